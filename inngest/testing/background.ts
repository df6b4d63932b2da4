import http from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Inngest, InngestFunction } from "inngest";
import { serve } from "inngest/node";
import postgres from "postgres";
import { notifyWork } from "../engine/database";
import { startEngine } from "../engine/server";
import { settingsFromEnvironment } from "../engine/settings";
import { hashedSigningKey } from "../engine/signature";

type EndedRun = {
  function_id: string;
  status: "Completed" | "Failed" | "Cancelled";
  output: unknown;
};

type Sent = Parameters<Inngest.Any["send"]>[0];

/**
 * The app's functions on the real engine, both in this process and over HTTP. The client has to
 * find the engine at `enginePort`: set INNGEST_BASE_URL before importing it.
 */
export async function startBackground({
  client,
  functions,
  enginePort,
}: {
  client: Inngest.Any;
  functions: InngestFunction.Any[];
  enginePort: number;
}) {
  const app = http.createServer(serve({ client, functions }));
  await new Promise<void>((resolve) => app.listen(0, "127.0.0.1", resolve));
  const { port } = app.address() as AddressInfo;
  const settings = settingsFromEnvironment({
    ENGINE_APP_URL: `http://127.0.0.1:${port}/api/inngest`,
    ENGINE_PORT: String(enginePort),
    ENGINE_RETRY_SCALE: "0.002",
    ENGINE_SYNC_SECONDS: "60",
  });
  const engine = await startEngine(settings);
  const sql = postgres(settings.databaseUrl, { max: 1 });

  const get = async (path: string) => {
    const authorization = `Bearer ${hashedSigningKey(settings.signingKey)}`;
    const response = await fetch(`${engine.url}${path}`, { headers: { authorization } });
    return response.json();
  };
  await until(async () => ((await get("/health")) as { registered: boolean }).registered);

  return {
    /** Sends an event and waits until every run that it started has ended. */
    async run(event: Sent): Promise<EndedRun[]> {
      const { ids } = await client.send(event);
      let runs: (EndedRun | { status: "Queued" | "Running" })[] = [];
      await until(async () => {
        runs = ((await get(`/v1/events/${ids[0]}/runs`)) as { data: EndedRun[] }).data;
        return runs.length > 0 && runs.every(({ status }) => !/Queued|Running/.test(status));
      });
      return runs as EndedRun[];
    },
    /** As if the time that every sleeping run waits for had come. */
    /** Wakes whoever sleeps; whoever is about to is waited for. */
    async wakeSleepers() {
      await until(async () => {
        const woken = await sql`update engine.timers set due_at = now() returning 1`;
        return woken.length > 0;
      });
      await notifyWork(sql);
    },
    async close() {
      await sql.end();
      await engine.close();
      app.closeAllConnections();
      await new Promise((resolve) => app.close(resolve));
    },
  };
}

/** Waits for a condition with a deadline, never for a time. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error("the background did not get there in a minute");
    await sleep(20);
  }
}
