import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import postgres from "postgres";
import { startEngineProcess } from "@/inngest/engine/testing/processes";
import { freePort } from "../../lib/free-port.mjs";
import { report } from "../report";

const RUNS = 1_000;
const STEPS = 900;
const WAKINGS = 41;

const databaseUrl = process.env.DATABASE_URL ?? "";
const signingKey = process.env.INNGEST_SIGNING_KEY ?? "";
const eventKey = process.env.INNGEST_EVENT_KEY ?? "";
const enginePort = await freePort();
const engineUrl = `http://127.0.0.1:${enginePort}`;

const client = new Inngest({ id: "bench", baseUrl: engineUrl, isDev: false, signingKey, eventKey });
const startedAt = new Map<number, number>();

const functions = [
  client.createFunction({ id: "one-step", triggers: [{ event: "one-step" }] }, ({ event, step }) =>
    step.run("work", () => event.data.n),
  ),
  client.createFunction({ id: "many", triggers: [{ event: "many" }] }, async ({ step }) => {
    let sum = 0;
    for (let n = 0; n < STEPS; n += 1) sum += await step.run(`step ${n}`, () => n);
    return sum;
  }),
  client.createFunction({ id: "wake", triggers: [{ event: "wake" }] }, ({ event }) => {
    startedAt.set(event.data.n, performance.now());
  }),
];

const app = createServer(serve({ client, functions }));
await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`;
const engine = startEngineProcess({ databaseUrl, port: enginePort, appUrl }, process.env);
const sql = postgres(databaseUrl, { max: 1, onnotice: () => {} });

async function until(condition: () => Promise<boolean>) {
  const deadline = Date.now() + 120_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("The engine did not get there in two minutes.");
    await sleep(10);
  }
}

const isRegistered = async () => {
  const health = await fetch(`${engineUrl}/health`).catch(() => null);
  return health !== null && ((await health.json()) as { registered: boolean }).registered;
};

/** Seconds from sending the events to the end of the last of their runs. */
async function secondsToEnd(name: string, count: number) {
  const started = performance.now();
  await client.send(Array.from({ length: count }, (_, n) => ({ name, data: { n } })));
  await until(async () => {
    const [row] = await sql<{ left: number }[]>`
      select count(*)::int as left from engine.runs where ended_at is null`;
    return row?.left === 0;
  });
  const seconds = (performance.now() - started) / 1000;
  const ended = await sql`
    select from engine.runs where function_id = ${`bench-${name}`} and status = 'completed'`;
  if (ended.length < count) throw new Error(`Only ${ended.length} runs of ${name} completed.`);
  return seconds;
}

async function wakeMs(n: number) {
  const sentAt = performance.now();
  await client.send({ name: "wake", data: { n } });
  await until(async () => startedAt.has(n));
  return (startedAt.get(n) ?? 0) - sentAt;
}

const rounded = (value: number) => Math.round(value * 100) / 100;
const on = "engine, app and durable Postgres on the same machine";

await until(isRegistered);
await secondsToEnd("one-step", 50);
report({
  name: "engine.runs_1000_s",
  value: rounded(await secondsToEnd("one-step", RUNS)),
  unit: "s",
  on: `${RUNS} runs of one step, sent at once; ${on}`,
});
report({
  name: "engine.steps_900_s",
  value: rounded(await secondsToEnd("many", 1)),
  unit: "s",
  on: `one run of ${STEPS} steps, each kept before the next begins; ${on}`,
});

const wakings: number[] = [];
for (let n = 0; n < WAKINGS; n += 1) wakings.push(await wakeMs(n));
report({
  name: "engine.wake_ms",
  value: rounded(wakings.slice(1).toSorted((a, b) => a - b)[(WAKINGS - 1) >> 1] ?? 0),
  unit: "ms",
  on: `median of ${WAKINGS - 1} events, from sending to the function's first line; ${on}`,
});

engine.kill("SIGTERM");
await sql.end();
app.closeAllConnections();
app.close();
