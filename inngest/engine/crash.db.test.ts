import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { endedRuns, eventKey, health, signingKey, until } from "./testing/engine-and-app";

const engineScript = fileURLToPath(new URL("./main.ts", import.meta.url));
const appScript = fileURLToPath(new URL("./testing/crash-app.ts", import.meta.url));
const databaseUrl = process.env.DATABASE_URL ?? "";
const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });

const children = new Set<ChildProcess>();
let enginePort = 0;
let appPort = 0;
let engine: ChildProcess;
let app: ChildProcess;
const engineUrl = () => `http://127.0.0.1:${enginePort}`;

beforeAll(async () => {
  await sql`create table deeds (event_id text not null, deed text not null)`;
});
afterAll(() => sql.end());

beforeEach(async () => {
  [enginePort, appPort] = [await freePort(), await freePort()];
  engine = startEngineProcess();
  app = startAppProcess();
  await registered();
});
afterEach(async () => {
  for (const child of children) await kill(child);
});

test("a run survives two kills of the engine, and no recorded step runs again", {
  timeout: 60_000,
}, async () => {
  const eventId = await startRun();
  const recorded: Map<string, number>[] = [];
  for (const deeds of [3, 6]) {
    await until(async () => (await deedCounts(eventId)).size >= deeds);
    await kill(engine);
    recorded.push(await recordedDeeds(eventId));
    engine = startEngineProcess();
    await registered();
  }
  await expectEnd(eventId, { recorded, kills: 2 });
});

test("a run survives a kill of the app, and no recorded step runs again", {
  timeout: 60_000,
}, async () => {
  const eventId = await startRun();
  await until(async () => (await deedCounts(eventId)).size >= 4);
  await kill(app);
  const recorded = [await recordedDeeds(eventId)];
  app = startAppProcess();
  await expectEnd(eventId, { recorded, kills: 1 });
});

test("an app that is down for a while costs a waiting run no attempt", {
  timeout: 60_000,
}, async () => {
  await kill(app);
  const eventId = await startRun();
  await until(async () => (await health({ url: engineUrl() })).registered === false);
  app = startAppProcess();
  await expectEnd(eventId, { recorded: [], kills: 0 });
  expect(await sql`select from engine.runs where status = 'failed'`).toHaveLength(0);
});

/** Only a step that was under way at a kill may have run twice. */
async function expectEnd(
  eventId: string,
  { recorded, kills }: { recorded: Map<string, number>[]; kills: number },
) {
  const [run] = await endedRuns({ url: engineUrl() }, eventId);
  expect(run).toMatchObject({ status: "Completed", output: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] });
  const deeds = await deedCounts(eventId);
  expect(deeds.size).toBe(10);
  for (const before of recorded) {
    for (const [name, count] of before) expect([name, deeds.get(name)]).toEqual([name, count]);
  }
  const repeated = [...deeds.values()].reduce((sum, count) => sum + count - 1, 0);
  expect(repeated).toBeLessThanOrEqual(kills);
}

/** How often each step has run of which the engine has the result. */
async function recordedDeeds(eventId: string): Promise<Map<string, number>> {
  const rows = await sql<{ name: string }[]>`
    select steps.name from engine.steps join engine.runs on runs.id = run_id
    where event_id = ${eventId} and steps.status = 'data'`;
  expect(rows.length).toBeGreaterThan(0);
  const deeds = await deedCounts(eventId);
  return new Map(rows.map(({ name }) => [name, deeds.get(name) ?? 0]));
}

async function deedCounts(eventId: string): Promise<Map<string, number>> {
  const rows = await sql<{ deed: string; count: number }[]>`
    select deed, count(*)::int as count from deeds
    where event_id = ${eventId} group by deed`;
  return new Map(rows.map(({ deed, count }) => [deed, count]));
}

const registered = () =>
  until(async () => (await health({ url: engineUrl() }).catch(() => null))?.registered === true);

async function startRun(): Promise<string> {
  const response = await fetch(`${engineUrl()}/e/${eventKey}`, {
    method: "POST",
    body: JSON.stringify({ name: "ten" }),
  });
  const { ids } = (await response.json()) as { ids: string[] };
  return String(ids[0]);
}

function startEngineProcess() {
  return start(engineScript, [], {
    DATABASE_URL: databaseUrl,
    ENGINE_PORT: String(enginePort),
    ENGINE_APP_URL: `http://127.0.0.1:${appPort}/api/inngest`,
    INNGEST_SIGNING_KEY: signingKey,
    INNGEST_EVENT_KEY: eventKey,
    ENGINE_RETRY_SCALE: "0.01",
    ENGINE_LEASE_SECONDS: "3",
    LOG_LEVEL: "fatal",
  });
}

function startAppProcess() {
  const options = { port: appPort, engineUrl: engineUrl(), databaseUrl, signingKey, eventKey };
  return start(appScript, [JSON.stringify(options)]);
}

function start(script: string, args: string[], env: Record<string, string> = {}): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", script, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "ignore", "inherit"],
  });
  children.add(child);
  return child;
}

async function kill(child: ChildProcess) {
  children.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
