import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Provider } from "@/lib/connections/provider";
import type { JobKind, JobStatus } from "@/lib/jobs/status";

/** Counters start anew at midnight UTC: old rows may be pruned without a counter going backwards. */
const today = sql`date_trunc('day', now(), 'UTC')`;

/** Work that is open, and what ended today with the seconds it took, by kind and status. */
export function countJobs(db: Db) {
  return db.execute<{
    kind: JobKind;
    status: JobStatus;
    jobs: number;
    /** Since the oldest of them was asked for. */
    oldest_seconds: number;
    seconds_taken: number[] | null;
  }>(sql`
    select kind, status, count(*)::int as jobs,
      extract(epoch from now() - min(created_at))::float8 as oldest_seconds,
      array_agg(extract(epoch from finished_at - started_at)::float8)
        filter (where finished_at >= started_at) as seconds_taken
    from jobs
    where finished_at is null or finished_at >= ${today}
    group by kind, status
  `);
}

/** What the providers were asked today. */
export function countRequests(db: Db) {
  return db.execute<{
    provider: Provider;
    endpoint_group: string;
    requests: number;
    refused: number;
    failed: number;
  }>(sql`
    select provider, endpoint_group, sum(requests)::int as requests,
      sum(refused)::int as refused, sum(failed)::int as failed
    from provider_requests where hour >= ${today}
    group by provider, endpoint_group
  `);
}

/** Rows per table, from PostgreSQL's own statistics: counting them would cost a scan each. */
export function countRecords(db: Db) {
  return db.execute<{ table: string; stored: number; held: number }>(sql`
    select relname as table, n_tup_ins::float8 as stored, n_live_tup::float8 as held
    from pg_stat_user_tables where schemaname = 'public'
  `);
}

/** Work that no job has taken up yet. */
export async function countBacklog(db: Db) {
  const [row] = await db.execute<{ mirrors: number; matches: number }>(sql`
    select
      (select count(*)::int from mirrors where desired_version > mirrored_version and status <> 'removed') as mirrors,
      (select count(*)::int from track_matches where status = 'pending') as matches
  `);
  return row ?? { mirrors: 0, matches: 0 };
}
