import { setMaxListeners } from "node:events";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { z } from "zod";
import { createAppClient } from "./app-client";
import { createAppPool } from "./app-pool";
import { connect, FUNCTIONS_CHANNEL, WORK_CHANNEL } from "./database";
import type { Engine } from "./engine";
import { createListener } from "./listener";
import { createLogger } from "./logger";
import { migrate } from "./migrate";
import { type Registration, startRegistration } from "./registration";
import { createRegistry } from "./registry";
import { startRetention } from "./retention";
import { requireSigningKey } from "./routes/auth";
import { limitBody } from "./routes/body-limit";
import { checkpointRoutes } from "./routes/checkpoint";
import { eventRoutes } from "./routes/events";
import { runRoutes, stateRoutes } from "./routes/runs";
import { type Scheduler, startScheduler } from "./scheduler";
import type { EngineSettings } from "./settings";

const GRACE_MS = 3_000;
const MAX_BODY_BYTES = 48 * 1024 * 1024;

export interface RunningEngine {
  url: string;
  /** Takes no more work, lets calls under way finish for three seconds, and stops. */
  close(): Promise<void>;
}

/** Starts an engine: brings its schema up to date, registers the app, and runs what is due. */
export async function startEngine(settings: EngineSettings): Promise<RunningEngine> {
  const log = createLogger(settings.logLevel);
  let scheduler: Scheduler | null = null;
  const listener = createListener(settings.databaseUrl, {
    [WORK_CHANNEL]: () => scheduler?.wake(),
    [FUNCTIONS_CHANNEL]: () =>
      registry.load().catch((error) => log.error({ error }, "the functions could not be read")),
  });
  const sql = connect(settings.databaseUrl, listener.renew);
  await migrate(sql);
  const registry = createRegistry(sql);
  await registry.load();

  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const { appUrls, signingKey } = settings;
  const app = createAppPool(
    appUrls.map((appUrl) => createAppClient({ appUrl, signingKey }, closing.signal)),
  );
  const engine: Engine = { sql, settings, log, registry, app, closing: closing.signal };
  const { syncMs } = settings;
  const registration = startRegistration({ app, registry, log, syncMs }, () => scheduler?.wake());
  const server = await listen(routes(engine, registration), settings).catch(async (error) => {
    await Promise.all([registration.stop(), sql.end({ timeout: 1 })]);
    throw error;
  });
  scheduler = startScheduler(engine, registration);
  await listener.renew();
  const retention = startRetention(engine);
  const url = `http://${settings.host}:${server.port}`;
  log.info({ url }, "the engine is ready");

  async function stop() {
    const unregistered = registration.stop();
    await scheduler?.stop(GRACE_MS);
    closing.abort();
    await unregistered;
    await retention.stop();
    await server.close();
    await listener.close();
    await sql.end({ timeout: 1 });
  }
  let stopping: Promise<void> | null = null;
  return {
    url,
    close() {
      stopping ??= stop();
      return stopping;
    },
  };
}

function routes(engine: Engine, registration: Registration) {
  const app = new Hono();
  const guard = requireSigningKey(engine.settings.signingKey);
  app.use(limitBody(MAX_BODY_BYTES));
  app.get("/health", (context) => {
    const problems = registration.problems();
    return context.json({
      status: "ok",
      functions: engine.registry.functions().size,
      registered: registration.state() === "registered",
      ...(problems.length > 0 && { problems }),
    });
  });
  app.route("/e", eventRoutes(engine, registration));
  app.use("/v0/*", guard).route("/v0/runs", stateRoutes(engine));
  app.use("/v1/*", guard).route("/v1/checkpoint", checkpointRoutes(engine));
  app.route("/v1", runRoutes(engine));
  app.notFound((context) => {
    const error = `This engine has no ${context.req.method} ${context.req.path}`;
    return context.json({ error, status: 501 }, 501);
  });
  app.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      const message = error instanceof z.ZodError ? z.prettifyError(error) : "The body is no JSON";
      return context.json({ error: message, status: 400 }, 400);
    }
    engine.log.error({ error, path: context.req.path }, "a request failed");
    return context.json({ error: "The engine failed", status: 500 }, 500);
  });
  return app;
}

interface Listening {
  port: number;
  close(): Promise<void>;
}

function listen(app: Hono, { host, port }: EngineSettings): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address) => {
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          if ("closeAllConnections" in server) server.closeAllConnections();
        });
      resolve({ port: address.port, close });
    });
    server.on("error", reject);
    // Longer than any client keeps a connection, so that none is closed under a request.
    if ("keepAliveTimeout" in server) server.keepAliveTimeout = 120_000;
  });
}
