import type { MiddlewareHandler } from "hono";
import { hashedSigningKey, safeEqual } from "../signature";

/** Lets only the holder of the signing key pass, as the SDK proves it. */
export function requireSigningKey(signingKey: string): MiddlewareHandler {
  const expected = `Bearer ${hashedSigningKey(signingKey)}`;
  return async (context, next) => {
    const given = context.req.header("authorization") ?? "";
    if (safeEqual(given, expected)) return next();
    return context.json({ error: "Unauthorized", status: 401 }, 401);
  };
}
