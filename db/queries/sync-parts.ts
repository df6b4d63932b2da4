import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { type LibraryPart, PROOF, type SyncStatus } from "@/lib/library/part";

type PartOf = { syncId: string; part: LibraryPart };

const ofPart = ({ syncId, part }: PartOf) =>
  sql`run_id = ${syncId}::uuid and part = ${part}::library_part`;

export type PartCount = {
  status: SyncStatus;
  requested: number;
  stored: number;
  appended: number;
  gone: number;
  problem: string | null;
};

/**
 * Brings a part in step with its lists after a request of it was answered: it is complete when every
 * list is settled with as many rows as there were to read. Locks the part until the transaction ends.
 */
export async function countPart(
  db: Db,
  { answered, ...part }: PartOf & { answered: number },
): Promise<PartCount | null> {
  await db.execute(sql`select 1 from sync_run_parts where ${ofPart(part)} for update`);
  const [row] = await db.execute<PartCount>(sql`
    with lists as (
      select coalesce(sum(requested), 0)::int as requested, coalesce(sum(stored), 0)::int as stored,
        coalesce(sum(appended), 0)::int as appended, coalesce(sum(gone), 0)::int as gone,
        coalesce(sum(unreadable), 0)::int as unreadable,
        count(*) filter (where status in ('reading', 'read')) as open,
        count(*) filter (where status = 'settled' and problem is null and stored = requested)
          as whole,
        count(*) filter (where status = 'settled') as settled, count(*) as all_lists,
        (array_agg(problem order by subject) filter (where problem is not null))[1] as problem
      from sync_lists where ${ofPart(part)} and subject <> ${PROOF}
    ),
    judged as (
      select lists.*, case
        when open > 0 then 'running' when whole = all_lists then 'complete'
        when settled > 0 then 'partial' else 'failed' end as verdict
      from lists
    )
    update sync_run_parts p
    set requested = j.requested, stored = j.stored, appended = j.appended, gone = j.gone,
      unreadable = j.unreadable, problem = j.problem, status = j.verdict::sync_status,
      requests = p.requests + ${answered}, waiting_until = null,
      started_at = coalesce(p.started_at, clock_timestamp()),
      finished_at = case when j.verdict = 'running' then null else clock_timestamp() end
    from judged j where ${ofPart(part)}
    returning p.status, p.requested, p.stored, p.appended, p.gone, p.problem
  `);
  return row ?? null;
}

/** Rows of all parts of a run: to be read, as far as is known, and read. */
export async function countSync(
  db: Db,
  { syncId }: { syncId: string },
): Promise<{ requested: number; stored: number }> {
  const [row] = await db.execute<{ requested: number; stored: number }>(sql`
    select coalesce(sum(requested), 0)::int as requested, coalesce(sum(stored), 0)::int as stored
    from sync_run_parts where run_id = ${syncId}::uuid
  `);
  return row ?? { requested: 0, stored: 0 };
}

/** A part that cannot be asked for at all. */
export async function refusePart(
  db: Db,
  { problem, ...part }: PartOf & { problem: string },
): Promise<void> {
  await db.execute(sql`
    update sync_run_parts set status = 'failed', problem = ${problem}, requested = null,
      finished_at = clock_timestamp()
    where ${ofPart(part)}
  `);
}

/** The provider has the part wait; several of its requests may hear so at once. */
export async function waitPart(
  db: Db,
  { until, ...part }: PartOf & { until: Date },
): Promise<void> {
  await db.execute(sql`
    update sync_run_parts set status = 'waiting', waits = waits + (waiting_until is null)::int,
      waiting_until = greatest(waiting_until, ${until.toISOString()}::timestamptz)
    where ${ofPart(part)}
  `);
}
