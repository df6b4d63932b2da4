import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { PartView, RunView } from "@/lib/library/library-view";
import { type OwnLibrary, ownConnection } from "./library-pages";

const iso = (column: string) => sql`to_json(${sql.identifier(column)}) #>> '{}'`;

export const runColumns = sql`r.id, r.trigger, r.status,
  to_json(r.created_at) #>> '{}' as "createdAt", to_json(r.started_at) #>> '{}' as "startedAt",
  to_json(r.finished_at) #>> '{}' as "finishedAt"`;

/** The newest syncs of a library, the last first. */
export async function listRuns(
  db: Db,
  { limit, ...own }: OwnLibrary & { limit: number },
): Promise<RunView[]> {
  const rows = await db.execute<RunView>(sql`
    select ${runColumns} from sync_runs r
    where r.connection_id = ${ownConnection(own)}
    order by r.created_at desc, r.id desc limit ${limit}
  `);
  return [...rows];
}

/** How far a run is, part by part in the order they are read. */
export async function listRunParts(
  db: Db,
  { runId, ...own }: OwnLibrary & { runId: string },
): Promise<PartView[]> {
  const rows = await db.execute<PartView>(sql`
    select part, status, requested, stored, appended, gone, unreadable, requests,
      ${iso("waiting_until")} as "waitingUntil", problem, ${iso("started_at")} as "startedAt",
      ${iso("finished_at")} as "finishedAt"
    from sync_run_parts
    where run_id = ${runId}::uuid and connection_id = ${ownConnection(own)}
    order by part
  `);
  return [...rows];
}

/** When a library is read next by itself; null when it is not. */
export async function findNextSync(db: Db, own: OwnLibrary): Promise<string | null> {
  const [row] = await db.execute<{ at: string }>(sql`
    select ${iso("next_sync_at")} as at from sync_settings
    where connection_id = ${ownConnection(own)} and not is_paused
  `);
  return row?.at ?? null;
}
