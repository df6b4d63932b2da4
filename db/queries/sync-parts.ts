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
  /** Whether lists wait for the proof that they did not move, and nothing is read meanwhile. */
  wantsProof: boolean;
  /** Of all parts of the run. */
  allRequested: number;
  allStored: number;
};

/** Locked in this order, nobody waits for each other: a list, its part, the job. */
export async function lockPart(db: Db, part: PartOf): Promise<void> {
  await db.execute(sql`select 1 from sync_run_parts where ${ofPart(part)} for update`);
}

/**
 * Brings a part in step with its lists after requests of it were answered: it is complete when every
 * list is settled with as many rows as there were to read. Locks the part until the transaction ends.
 * Null when it was erased with its connection.
 */
export async function countPart(
  db: Db,
  { requests, ...part }: PartOf & { requests: number },
): Promise<PartCount | null> {
  await lockPart(db, part);
  const [row] = await db.execute<PartCount>(sql`
    with lists as (
      select coalesce(sum(requested), 0)::int as requested, coalesce(sum(stored), 0)::int as stored,
        coalesce(sum(appended), 0)::int as appended, coalesce(sum(gone), 0)::int as gone,
        coalesce(sum(unreadable), 0)::int as unreadable,
        (count(*) filter (where status = 'reading'))::int as reading,
        (count(*) filter (where status = 'read'))::int as unproven,
        count(*) filter (where status = 'settled' and problem is null and stored = requested)
          as whole,
        count(*) filter (where status = 'settled') as settled, count(*) as all_lists,
        (array_agg(problem order by subject) filter (where problem is not null))[1] as problem
      from sync_lists where ${ofPart(part)} and subject <> ${PROOF}
    ),
    judged as (
      select lists.*, case
        when reading + unproven > 0 then 'running' when whole = all_lists then 'complete'
        when settled > 0 then 'partial' else 'failed' end as verdict
      from lists
    ),
    -- an answer that was under way when the part was told to wait does not end the wait
    resting as (
      select j.verdict = 'running' and coalesce(w.waiting_until > clock_timestamp(), false)
        and not exists (
          select 1 from sync_pages
          where ${ofPart(part)} and read_at is null and due_at <= clock_timestamp()
        ) as rests
      from judged j, sync_run_parts w where w.run_id = ${part.syncId}::uuid
        and w.part = ${part.part}::library_part
    ),
    counted as (
      update sync_run_parts p
      set requested = j.requested, stored = j.stored, appended = j.appended, gone = j.gone,
        unreadable = j.unreadable, problem = j.problem,
        status = case when rests then 'waiting' else j.verdict end::sync_status,
        requests = p.requests + ${requests}, waiting_until = case when rests then p.waiting_until end,
        started_at = coalesce(p.started_at, clock_timestamp()),
        finished_at = case when j.verdict = 'running' then null else clock_timestamp() end
      from judged j, resting where ${ofPart(part)}
      returning p.status, p.requested, p.stored, p.appended, p.gone, p.problem
    ),
    others as (
      select coalesce(sum(requested), 0)::int as requested, coalesce(sum(stored), 0)::int as stored
      from sync_run_parts
      where run_id = ${part.syncId}::uuid and part <> ${part.part}::library_part
    )
    select c.*, c.requested + o.requested as "allRequested",
      c.stored + o.stored as "allStored",
      j.reading = 0 and j.unproven > 0 and not exists (
        select 1 from sync_lists
        where ${ofPart(part)} and subject = ${PROOF} and status = 'reading'
      ) as "wantsProof"
    from counted c, judged j, others o
  `);
  return row ?? null;
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
