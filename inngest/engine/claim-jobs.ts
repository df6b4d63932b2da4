import { type Sql, type Tx, transact } from "./database";
import type { Functions } from "./function-config";
import { shareSlots } from "./lanes";
import type { Job } from "./queue";
import { setTimer } from "./timers";

const CLAIM_LOCK = 727_003;

interface Claim {
  jobs: Job[];
  /** The database's time of the claim. */
  at: string;
}

/**
 * Leases as many due jobs as there are slots and as concurrency limits allow. One process claims
 * at a time, which makes the counts exact however many share the database.
 */
export function claimJobs(
  sql: Sql,
  functions: Functions,
  { slots, leaseMs }: { slots: number; leaseMs: number },
): Promise<Claim> {
  return transact(sql, async (tx) => {
    const [at, , waiting, running] = await Promise.all([
      lockClaims(tx),
      tx`update engine.jobs set lease_token = null, lease_until = null where lease_until < now()`,
      waitingLanes(tx, slots),
      runningLanes(tx),
    ]);
    const shares = shareSlots(functions, { slots, waiting, running });
    if (shares.size === 0) return { jobs: [], at };
    const jobs = await lease(tx, shares, leaseMs);
    for (const { runId, functionId } of jobs.filter(({ starts }) => starts)) {
      const finishMs = functions.get(functionId)?.timeouts.finish;
      if (finishMs === undefined) continue;
      await setTimer(tx, { id: `finish:${runId}`, kind: "finish", runId }, finishMs);
    }
    return { jobs, at };
  });
}

async function lockClaims(tx: Tx): Promise<string> {
  // A claim that a crash of Postgres forgets is harmless, so it need not reach the disk.
  const [row] = await tx<{ at: string }[]>`
    select pg_advisory_xact_lock(${CLAIM_LOCK}), set_config('synchronous_commit', 'off', true),
      now()::text as at`;
  return row?.at ?? "";
}

/** The lanes with due jobs, the one that waits longest first; found by skipping through the index. */
function waitingLanes(tx: Tx, slots: number) {
  return tx<{ lane: string; count: number }[]>`
    with recursive lanes as (
      (select lane from engine.jobs where lease_token is null order by lane limit 1)
      union all
      select (
        select jobs.lane from engine.jobs
        where lease_token is null and jobs.lane > lanes.lane
        order by jobs.lane limit 1
      )
      from lanes where lanes.lane is not null
    )
    select lanes.lane, count(*)::int as count
    from lanes cross join lateral (
      select due_at from engine.jobs
      where jobs.lane = lanes.lane and lease_token is null and due_at <= now()
      order by due_at limit ${slots}
    ) due
    group by lanes.lane
    order by min(due.due_at), lanes.lane`;
}

function runningLanes(tx: Tx) {
  return tx<{ lane: string; count: number }[]>`
    select lane, count(*)::int as count from engine.jobs
    where lease_token is not null group by lane`;
}

/** The first call of a run starts it. */
function lease(tx: Tx, shares: Map<string, number>, leaseMs: number) {
  return tx<(Job & { starts: boolean })[]>`
    with claimed as (
      update engine.jobs
      set lease_token = gen_random_uuid(), lease_until = now() + ${leaseMs} * interval '1 ms'
      from (
        select job.id
        from unnest(${[...shares.keys()]}::text[], ${[...shares.values()]}::text[]::int[]) share (lane, count)
        cross join lateral (
          select id from engine.jobs
          where jobs.lane = share.lane and lease_token is null and due_at <= now()
          order by due_at, id
          limit share.count
        ) job
      ) due
      where jobs.id = due.id
      returning run_id, step_id, attempt, lease_token
    ), started as (
      update engine.runs set status = 'running', started_at = now()
      where id in (select run_id from claimed) and started_at is null
      returning id
    ), timers as (
      delete from engine.timers using started where run_id = started.id and kind = 'start'
    )
    select claimed.run_id as "runId", claimed.step_id as "stepId", claimed.attempt,
      claimed.lease_token as token, runs.function_id as "functionId", runs.event::text,
      runs.step_count as "stepCount", runs.started_at is null as starts
    from claimed join engine.runs on runs.id = claimed.run_id`;
}
