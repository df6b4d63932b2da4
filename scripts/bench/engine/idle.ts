import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { Inngest } from "inngest";
import { serve } from "inngest/node";
import { startEngine } from "@/inngest/engine/server";
import { settingsFromEnvironment } from "@/inngest/engine/settings";
import { freePort } from "../../lib/free-port.mjs";
import { report } from "../report";

/** Twice the time after which the engine asks the app for its functions again. */
const WATCHED_MS = 30_000;

const enginePort = await freePort();
const engineUrl = `http://127.0.0.1:${enginePort}`;
const client = new Inngest({
  id: "bench",
  baseUrl: engineUrl,
  isDev: false,
  signingKey: process.env.INNGEST_SIGNING_KEY,
  eventKey: process.env.INNGEST_EVENT_KEY,
});
const hourly = client.createFunction({ id: "hourly", triggers: [{ cron: "0 * * * *" }] }, () => 1);
const app = createServer(serve({ client, functions: [hourly] }));
await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
const appUrl = `http://127.0.0.1:${(app.address() as AddressInfo).port}/api/inngest`;

const engine = await startEngine(
  settingsFromEnvironment({ ENGINE_APP_URL: appUrl, ENGINE_PORT: String(enginePort) }),
);
const isRegistered = async () => {
  const health = await fetch(`${engineUrl}/health`);
  return ((await health.json()) as { registered: boolean }).registered;
};
while (!(await isRegistered())) await sleep(50);
// What the start itself costs is over by then.
await sleep(2_000);

const startedAt = performance.now();
const used = process.cpuUsage();
await sleep(WATCHED_MS);
const { user, system } = process.cpuUsage(used);
const watchedMs = performance.now() - startedAt;
report({
  name: "engine.idle_cpu_pct",
  value: Math.round(((user + system) / 1_000 / watchedMs) * 10_000) / 100,
  unit: "%",
  on: `engine and an app without work in one process, ${WATCHED_MS / 1_000} s, share of one core`,
});

await engine.close();
app.closeAllConnections();
app.close();
