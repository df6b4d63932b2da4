import http from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Inngest, type InngestFunction } from "inngest";
import { serve } from "inngest/node";
import { pino } from "pino";
import postgres from "postgres";
import { vi } from "vitest";
import { type RunningEngine, startEngine } from "../server";
import { type EngineSettings, settingsFromEnvironment } from "../settings";
import { hashedSigningKey } from "../signature";

// These tests wait for real timers and other processes, on machines that may be busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

export const signingKey = `signkey-test-${"5a".repeat(32)}`;
export const eventKey = "test-event-key";

export const testSettings = (appUrl: string, changes: Partial<EngineSettings> = {}) => ({
  ...settingsFromEnvironment({
    ENGINE_APP_URL: appUrl,
    ENGINE_PORT: "0",
    INNGEST_SIGNING_KEY: signingKey,
    INNGEST_EVENT_KEY: eventKey,
    ENGINE_RETRY_SCALE: "0.002",
    ENGINE_SYNC_SECONDS: "60",
  }),
  ...changes,
});

export interface TestApp {
  url: string;
  /** Answers with these functions from now on; the engine is where the client finds it. */
  serve(engineUrl: string, functions: (client: Inngest) => InngestFunction.Like[]): Inngest;
  close(): Promise<void>;
}

/** An app on a port of its own that answers 503 until it has functions. */
export async function startApp(): Promise<TestApp> {
  let handler: http.RequestListener = (_request, response) => response.writeHead(503).end();
  const server = http.createServer((request, response) => handler(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}/api/inngest`,
    serve(engineUrl, functions) {
      const client = new Inngest({
        id: "app",
        baseUrl: engineUrl,
        isDev: false,
        signingKey,
        eventKey,
        logger: pino({ level: "silent" }),
      });
      handler = serve({ client, functions: functions(client) });
      return client;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export interface Stage {
  app: TestApp;
  engine: RunningEngine;
  client: Inngest;
  /** The engine's database. */
  sql: postgres.Sql;
  close(): Promise<void>;
}

/** An engine and an app that know each other. */
export async function startStage(
  functions: (client: Inngest) => InngestFunction.Like[],
  changes?: Partial<EngineSettings>,
): Promise<Stage> {
  const app = await startApp();
  const settings = testSettings(app.url, changes);
  const engine = await startEngine(settings);
  const sql = postgres(settings.databaseUrl, { max: 1, onnotice: () => {} });
  const client = app.serve(engine.url, functions);
  await until(async () => (await health(engine)).registered);
  return {
    app,
    engine,
    client,
    sql,
    async close() {
      await sql.end();
      await engine.close();
      await app.close();
    },
  };
}

export async function health(engine: { url: string }) {
  const response = await fetch(`${engine.url}/health`);
  return (await response.json()) as { functions: number; registered: boolean; problems?: string[] };
}

/** Waits until the condition holds; fails after nearly a minute. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  what = "the condition",
): Promise<void> {
  const deadline = Date.now() + 55_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`${what} did not come about in 55 s`);
    await sleep(25);
  }
}

interface RunReport {
  run_id: string;
  function_id: string;
  status: "Queued" | "Running" | "Completed" | "Failed" | "Cancelled";
  output: unknown;
}

const isUnderWay = ({ status }: RunReport) => status === "Queued" || status === "Running";

/** A request with the signing key's proof, as the SDK makes it. */
export const authorized = (url: string, init: RequestInit = {}) =>
  fetch(url, { ...init, headers: { authorization: `Bearer ${hashedSigningKey(signingKey)}` } });

/** The runs that an event started, once all of them have ended. */
export async function endedRuns(engine: { url: string }, eventId: string, count = 1) {
  let runs: RunReport[] = [];
  await until(async () => {
    const response = await authorized(`${engine.url}/v1/events/${eventId}/runs`);
    runs = ((await response.json()) as { data: RunReport[] }).data;
    return runs.length >= count && !runs.some(isUnderWay);
  }, `the end of ${count} runs`);
  return runs;
}

/** The runs of several events, in the order of the events, once there are so many and all have ended. */
export async function endedRunsOf({ sql }: Stage, eventIds: string[], count = eventIds.length) {
  let runs: (RunReport & { event_id: string })[] = [];
  await until(async () => {
    runs = await sql`
      select id as run_id, event_id, function_id, initcap(status) as status, output
      from engine.runs where event_id = any(${eventIds}) order by id`;
    return runs.length >= count && !runs.some(isUnderWay);
  }, `the end of ${count} runs`);
  return eventIds.flatMap((id) => runs.filter(({ event_id }) => event_id === id));
}

/** Sends an event and waits for the one run that it starts to end. */
export async function runToEnd(stage: Stage, name: string, data: Record<string, unknown> = {}) {
  const { ids } = await stage.client.send({ name, data });
  const [run] = await endedRuns(stage.engine, String(ids[0]));
  if (!run) throw new Error(`${name} started no run`);
  return run;
}

/** How many runs wait for an event of this name. */
export async function waitCount({ sql }: Stage, eventName: string) {
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from engine.waits where event_name = ${eventName}`;
  return row?.count ?? 0;
}
