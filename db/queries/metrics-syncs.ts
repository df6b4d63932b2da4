import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Provider } from "@/lib/connections/provider";
import type { LibraryPart, SyncMode, SyncStatus } from "@/lib/library/part";

const today = sql`date_trunc('day', now(), 'UTC')`;

/** Syncs that ended today, with the seconds each took from its start. */
export function countSyncs(db: Db) {
  return db.execute<{
    provider: Provider;
    mode: SyncMode;
    status: SyncStatus;
    syncs: number;
    seconds_taken: number[] | null;
  }>(sql`
    select provider, mode, status, count(*)::int as syncs,
      array_agg(extract(epoch from finished_at - started_at)::float8)
        filter (where finished_at >= started_at) as seconds_taken
    from sync_runs where finished_at >= ${today}
    group by provider, mode, status
  `);
}

/** What the parts of syncs that ended today came to. */
export function countSyncParts(db: Db) {
  return db.execute<{
    provider: Provider;
    part: LibraryPart;
    status: SyncStatus;
    parts: number;
    requested: number;
    stored: number;
    appended: number;
    gone: number;
    unreadable: number;
    waits: number;
  }>(sql`
    select r.provider, p.part, p.status, count(*)::int as parts,
      coalesce(sum(p.requested), 0)::int as requested, sum(p.stored)::int as stored,
      sum(p.appended)::int as appended, sum(p.gone)::int as gone,
      sum(p.unreadable)::int as unreadable, sum(p.waits)::int as waits
    from sync_run_parts p join sync_runs r on r.id = p.run_id
    where r.finished_at >= ${today}
    group by r.provider, p.part, p.status
  `);
}
