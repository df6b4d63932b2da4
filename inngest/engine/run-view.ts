import type { Sql } from "./database";

/** A run in the words of Inngest's REST API. */
export interface RunView {
  run_id: string;
  function_id: string;
  event_id: string;
  status: string;
  run_started_at: Date | null;
  ended_at: Date | null;
  output: unknown;
}

const columns = (sql: Sql) => sql`
  id as run_id, function_id, event_id, initcap(status) as status,
  started_at as run_started_at, ended_at, output`;

export async function findRun(sql: Sql, runId: string): Promise<RunView | null> {
  const [run] = await sql<RunView[]>`
    select ${columns(sql)} from engine.runs where id = ${runId}`;
  return run ?? null;
}

/** The runs that an event started, the first one first; `eventId` is the engine's or the sender's. */
export function listRunsOfEvent(sql: Sql, eventId: string): Promise<RunView[]> {
  return sql<RunView[]>`
    select ${columns(sql)} from engine.runs
    where event_id = ${eventId}
      or event_id in (select id from engine.events where dedupe_id = ${eventId})
    order by id`;
}
