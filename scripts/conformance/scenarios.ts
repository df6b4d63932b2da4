import { inspect } from "node:util";
import { scenarios } from "@/inngest/engine/conformance/scenarios";
import type { InngestServer } from "@/inngest/engine/conformance/scene";
import { openStage } from "@/inngest/engine/conformance/stage";
import { startEngineProcess } from "@/inngest/engine/testing/processes";
import { freePort } from "../lib/free-port.mjs";

const AT_ONCE = 5;

const { INNGEST_BASE_URL, INNGEST_DEV, INNGEST_SIGNING_KEY, INNGEST_EVENT_KEY } = process.env;
const ownPort = INNGEST_BASE_URL ? null : await freePort();
const server: InngestServer = {
  url: INNGEST_BASE_URL ?? `http://127.0.0.1:${ownPort}`,
  signingKey: INNGEST_DEV ? null : (INNGEST_SIGNING_KEY ?? ""),
  eventKey: INNGEST_EVENT_KEY ?? "dev",
};
if (server.signingKey === "") {
  console.error(
    "Set INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY, or INNGEST_DEV=1 for a dev server.",
  );
  process.exit(1);
}

const stage = await openStage(server, scenarios);

/** The engine asks for the functions itself; any other server is told. */
async function register() {
  if (ownPort === null) {
    await stage.register();
    return null;
  }
  const { DATABASE_URL: databaseUrl = "" } = process.env;
  const settings = { ...process.env, LOG_LEVEL: "error" };
  const engine = startEngineProcess({ databaseUrl, port: ownPort, appUrl: stage.appUrl }, settings);
  const deadline = Date.now() + 60_000;
  for (;;) {
    const health = await fetch(`${server.url}/health`).catch(() => null);
    if (health && ((await health.json()) as { registered: boolean }).registered) return engine;
    if (Date.now() > deadline) throw new Error("The engine did not register the scenarios.");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const engine = await register();
console.log(`${scenarios.length} scenarios on ${ownPort ? "the built-in engine" : server.url}`);

const waiting = [...scenarios];
let failed = 0;

async function playNext(): Promise<void> {
  const scenario = waiting.shift();
  if (!scenario) return;
  const started = performance.now();
  const problem = await stage
    .play(scenario)
    .catch((error) => ({ actual: error instanceof Error ? error.message : String(error) }));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${problem ? "FAILED" : "ok    "}  ${scenario.title} (${seconds} s)`);
  if (problem) {
    failed += 1;
    console.log(`        expected ${inspect(scenario.expected, { depth: 5 })}`);
    console.log(`        but it was ${inspect(problem.actual, { depth: 5 })}`);
  }
  return playNext();
}

await Promise.all(Array.from({ length: AT_ONCE }, playNext));
engine?.kill("SIGTERM");
await stage.close();
console.log(`${scenarios.length - failed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
