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

  /** What a run that does not end waits for: its calls as the engine knows them, and the database. */
  async function tellWhatHangs() {
    const [runs, jobs, timers, connections] = await Promise.all([
      sql`select id, function_id, status, step_count from engine.runs where ended_at is null`,
      sql`select *, now() from engine.jobs`,
      sql`select * from engine.timers where kind <> 'cron'`,
      sql`select application_name, state, wait_event, now() - state_change as since, query
        from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`,
    ]);
    return JSON.stringify({ runs, jobs, timers, connections }, null, 1);
  }

  return {
    /** Sends an event and waits until every run that it started has ended. */
    async run(event: Sent): Promise<EndedRun[]> {
      const { ids } = await client.send(event);
      let runs: (EndedRun | { status: "Queued" | "Running" })[] = [];
      await until(async () => {
        runs = ((await get(`/v1/events/${ids[0]}/runs`)) as { data: EndedRun[] }).data;
        return runs.length > 0 && runs.every(({ status }) => !/Queued|Running/.test(status));
      }, tellWhatHangs);
      return runs as EndedRun[];
    },
    /**
     * As if the time that every sleeping run waits for had come. One about to sleep is waited for,
     * unless it has woken by itself: on a busy machine a short sleep may be over by now.
     */
    async wakeSleepers({ unless }: { unless?: () => boolean } = {}) {
      await until(async () => {
        const woken = await sql`update engine.timers set due_at = now() returning 1`;
        return woken.length > 0 || unless?.() === true;
      }, tellWhatHangs);
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
export async function until(
  condition: () => boolean | Promise<boolean>,
  tell = async () => "",
): Promise<void> {
  // Before the test's own limit, so that it can still be told what was waited for.
  const deadline = Date.now() + 50_000;
  while (!(await condition())) {
    if (Date.now() > deadline) {
      throw new Error(`the background did not get there in 50 seconds ${await tell()}`);
    }
    await sleep(20);
  }
}
