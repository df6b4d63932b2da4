import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";

/** Refuses larger bodies; one whose length is told is judged without being touched. */
export function limitBody(maxSize: number): MiddlewareHandler {
  const counted = bodyLimit({ maxSize });
  return (context, next) => {
    const length = Number(context.req.header("content-length") ?? Number.NaN);
    return length <= maxSize && !context.req.header("transfer-encoding")
      ? next()
      : counted(context, next);
  };
}
