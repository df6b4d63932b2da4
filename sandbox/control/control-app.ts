import { getConnInfo } from "@hono/node-server/conninfo";
import { Hono } from "hono";
import { z } from "zod";
import { type Context, resetContext } from "../context";
import { librarySizes } from "../listener/library-size";
import { switchesSchema } from "../switches";
import { ControlError, readBody } from "./bodies";
import { clockRoutes } from "./clock-routes";
import { faultSchema } from "./fault";
import { limitSchema } from "./limits";
import { pattern } from "./match";
import { overview } from "./overview";
import { latencySchema } from "./traffic";
import { userRoutes } from "./user-routes";

const resetBody = z.strictObject({
  seed: z.string().optional(),
  scale: z.number().min(0.05).max(40).optional(),
  library: z.enum(librarySizes).optional(),
});
/** One rule, or a list of them. */
const faultsBody = z.preprocess(
  (body) => (Array.isArray(body) ? body : [body]),
  z.array(faultSchema).min(1),
);

const isLoopback = (address: string | undefined) =>
  address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address);

/** The sandbox's own controls, for this machine only. */
export function controlApp(context: Context) {
  const app = new Hono();
  const { traffic } = context;

  app.use("*", async (http, next) => {
    if (!isLoopback(getConnInfo(http).remote.address)) {
      throw new ControlError(403, "The controls answer to this machine only.");
    }
    if (http.req.header("sec-fetch-site") === "cross-site") {
      throw new ControlError(403, "The controls do not answer to other sites' pages.");
    }
    await next();
  });
  app.onError((error, http) => {
    if (error instanceof ControlError) return http.json({ error: error.message }, error.status);
    throw error;
  });
  app.get("/stats", (http) => {
    const endpoints = traffic.stats.endpoints();
    const counts = Object.values(endpoints).map(({ count }) => count);
    return http.json({ total: counts.reduce((sum, count) => sum + count, 0), endpoints });
  });
  app.get("/requests", (http) => {
    const match = pattern.safeParse(http.req.query("match") ?? "");
    if (!match.success) throw new ControlError(400, "match: Not a regular expression.");
    return http.json({ requests: traffic.stats.requests(new RegExp(match.data)) });
  });
  app.get("/state", (http) => http.json(overview(context)));

  app.post("/reset", async (http) => {
    resetContext(context, await readBody(http, resetBody));
    return http.json({ reset: true });
  });

  app.get("/latency", (http) => http.json(traffic.latency));
  app.post("/latency", async (http) => {
    traffic.latency = await readBody(http, latencySchema);
    return http.json(traffic.latency);
  });

  app.get("/faults", (http) => http.json({ faults: traffic.faults.list() }));
  app.post("/faults", async (http) => {
    const faults = await readBody(http, faultsBody);
    return http.json({ faults: faults.map((fault) => traffic.faults.add(fault)) }, 201);
  });
  app.delete("/faults", (http) => {
    traffic.faults.clear();
    return http.json({ faults: [] });
  });

  app.get("/limits", (http) => http.json({ limits: traffic.limits.list() }));
  app.post("/limits", async (http) => {
    traffic.limits.set(await readBody(http, limitSchema));
    return http.json({ limits: traffic.limits.list() });
  });
  app.delete("/limits", (http) => {
    traffic.limits.clear();
    return http.json({ limits: [] });
  });

  app.get("/switches", (http) => http.json(context.switches));
  app.post("/switches", async (http) => {
    const changes = await readBody(http, switchesSchema.partial().strict());
    Object.assign(context.switches, changes);
    return http.json(context.switches);
  });

  app.get("/apple", (http) => {
    const { teamId, keyId, verifyWith, privatePem } = context.appleKeys;
    const publicKey = verifyWith.export({ format: "pem", type: "spki" });
    return http.json({ teamId, keyId, publicKey, privateKey: privatePem });
  });
  app.route("/clock", clockRoutes(context));
  app.route("/users", userRoutes(context));
  app.all("*", (http) => http.json({ error: "There is no such control." }, 404));
  return app;
}
