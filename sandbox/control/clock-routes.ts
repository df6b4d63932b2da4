import { Hono } from "hono";
import { z } from "zod";
import type { Context } from "../context";
import { ControlError, readBody } from "./bodies";

const clockBody = z.union([
  z.strictObject({
    advanceSeconds: z
      .number()
      .min(0)
      .max(20 * 366 * 86_400),
  }),
  z.strictObject({ to: z.iso.datetime({ offset: true }) }),
]);

/** The sandbox's time: it runs by itself, and can be moved forward. */
export function clockRoutes(context: Context) {
  const routes = new Hono();

  const clock = () => ({
    now: context.now().toISOString(),
    aheadSeconds: context.store.state.clock.aheadMs / 1_000,
  });

  routes.get("/", (http) => http.json(clock()));
  routes.post("/", async (http) => {
    const body = await readBody(http, clockBody);
    const aheadMs =
      "to" in body
        ? Date.parse(body.to) - context.now().getTime()
        : Math.round(body.advanceSeconds * 1_000);
    if (aheadMs < 0) throw new ControlError(400, "to: The clock is past that already.");
    context.store.state.clock.aheadMs += aheadMs;
    return http.json(clock());
  });
  return routes;
}
