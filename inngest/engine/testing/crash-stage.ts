import type { ChildProcess } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import postgres from "postgres";
import { freePort } from "../../../scripts/lib/free-port.mjs";
import { hashedSigningKey } from "../signature";
import { kill, startEngineProcess, startScript } from "./processes";

const appScript = fileURLToPath(new URL("./crash-app.ts", import.meta.url));
const signingKey = `signkey-test-${"5a".repeat(32)}`;
const eventKey = "crash-event-key";
const PATIENCE_MS = 60_000;

/** The steps of the app's function, in the order of its code; three of them side by side. */
const DEEDS = ["one", "two", "three", "left", "middle", "right", "four", "five", "six"];
const AT_ONCE = 3;

export type Victim = "engine" | "app" | "both";
type Counts = Map<string, number>;

export interface CrashStage {
  kill(victim: Victim): Promise<void>;
  /** Starts what was killed again. */
  restore(): Promise<void>;
  isRegistered(): Promise<boolean>;
  /** Sends events, one for each run, and yields their ids. */
  send(runs: number, data?: { sleeps: boolean }): Promise<string[]>;
  until(condition: () => Promise<boolean>, what: string): Promise<void>;
  /** How often each step of an event's run has begun. */
  begun(eventId: string): Promise<Counts>;
  /** The same for the steps of which the engine has the result. */
  recorded(eventId: string): Promise<Counts>;
  /** What the ended run yielded. */
  outcome(eventId: string): Promise<{ status: string; output: unknown }>;
  close(): Promise<void>;
}

/** An engine and an app in processes of their own on an empty database. */
export async function openCrashStage(
  databaseUrl: string,
  env: NodeJS.ProcessEnv,
): Promise<CrashStage> {
  const sql = postgres(databaseUrl, { max: 2, onnotice: () => {} });
  await sql`create table deeds (event_id text not null, deed text not null)`;
  const [port, appPort] = [await freePort(), await freePort()];
  const engineUrl = `http://127.0.0.1:${port}`;
  const appUrl = `http://127.0.0.1:${appPort}/api/inngest`;
  const options = { port: appPort, engineUrl, databaseUrl, signingKey, eventKey };
  const running = new Map<"engine" | "app", ChildProcess>();

  const start = {
    engine: () =>
      startEngineProcess(
        { databaseUrl, port, appUrl },
        {
          ...env,
          INNGEST_SIGNING_KEY: signingKey,
          INNGEST_EVENT_KEY: eventKey,
          ENGINE_RETRY_SCALE: "0.01",
          ENGINE_LEASE_SECONDS: "2",
          LOG_LEVEL: "fatal",
        },
      ),
    app: () => startScript(appScript, [JSON.stringify(options)], env),
  };

  async function isRegistered() {
    const health = await fetch(`${engineUrl}/health`).catch(() => null);
    return health !== null && ((await health.json()) as { registered: boolean }).registered;
  }

  async function until(condition: () => Promise<boolean>, what: string) {
    const deadline = Date.now() + PATIENCE_MS;
    while (!(await condition())) {
      if (Date.now() > deadline) throw new Error(`${what} did not come about in a minute`);
      await sleep(20);
    }
  }

  async function restore() {
    for (const name of ["engine", "app"] as const) {
      if (!running.has(name)) running.set(name, start[name]());
    }
    await until(isRegistered, "the registration");
  }

  async function begun(eventId: string): Promise<Counts> {
    const rows = await sql<{ deed: string; count: number }[]>`
      select deed, count(*)::int as count from deeds where event_id = ${eventId} group by deed`;
    return new Map(rows.map(({ deed, count }) => [deed, count]));
  }

  async function statusOf(eventId: string) {
    const response = await fetch(`${engineUrl}/v1/events/${eventId}/runs`, {
      headers: { authorization: `Bearer ${hashedSigningKey(signingKey)}` },
    });
    const { data } = (await response.json()) as { data: { status: string; output: unknown }[] };
    return data[0];
  }

  await restore();
  return {
    restore,
    until,
    begun,
    isRegistered,
    async kill(victim) {
      const names = victim === "both" ? (["engine", "app"] as const) : [victim];
      for (const name of names) {
        const child = running.get(name);
        running.delete(name);
        if (child) await kill(child);
      }
    },
    async send(runs, data = { sleeps: false }) {
      const response = await fetch(`${engineUrl}/e/${eventKey}`, {
        method: "POST",
        body: JSON.stringify(Array.from({ length: runs }, () => ({ name: "work", data }))),
      });
      return ((await response.json()) as { ids: string[] }).ids;
    },
    async recorded(eventId) {
      const rows = await sql<{ name: string }[]>`
        select steps.name from engine.steps join engine.runs on runs.id = run_id
        where event_id = ${eventId} and steps.status = 'data'`;
      const counts = await begun(eventId);
      return new Map(rows.map(({ name }) => [name, counts.get(name) ?? 0]));
    },
    async outcome(eventId) {
      await until(
        async () => !/Queued|Running/.test((await statusOf(eventId))?.status ?? "Queued"),
        `the end of the run of ${eventId}`,
      );
      return (await statusOf(eventId)) ?? { status: "lost", output: null };
    },
    async close() {
      for (const child of running.values()) await kill(child);
      await sql.end();
    },
  };
}

/** What is wrong with an ended run, given what was recorded at each kill. */
export async function wrongs(stage: CrashStage, eventId: string, recordedAtKills: Counts[]) {
  const { status, output } = await stage.outcome(eventId);
  const counts = await stage.begun(eventId);
  const repeated = [...counts.values()].reduce((sum, count) => sum + count - 1, 0);
  const again = recordedAtKills.flatMap((recorded) =>
    [...recorded].filter(([deed, count]) => deed !== "nap" && counts.get(deed) !== count),
  );
  return [
    status !== "Completed" && `ended ${status}: ${JSON.stringify(output)}`,
    String(output) !== DEEDS.join() && status === "Completed" && `yielded ${output}`,
    counts.size !== DEEDS.length && `ran ${counts.size} steps of ${DEEDS.length}`,
    again.length > 0 && `ran steps again that were finished: ${again.map(([deed]) => deed)}`,
    repeated > recordedAtKills.length * AT_ONCE && `repeated ${repeated} steps`,
  ].filter((wrong) => wrong !== false);
}

/** One round: some runs, a kill in their midst, and the way back. Yields what went wrong. */
export async function playCrashRound(
  stage: CrashStage,
  { victim, afterMs, sleeps }: { victim: Victim; afterMs: number; sleeps: boolean },
): Promise<string[]> {
  const ids = await stage.send(2, { sleeps });
  await sleep(afterMs);
  await stage.kill(victim);
  const recorded = await Promise.all(ids.map(stage.recorded));
  await stage.restore();
  const found = await Promise.all(
    ids.map((id, index) => wrongs(stage, id, [recorded[index] ?? new Map()])),
  );
  return found.flat();
}
