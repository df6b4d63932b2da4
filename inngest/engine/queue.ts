import { notifyWork, type Sql, type Tx, transact } from "./database";
import type { Functions } from "./function-config";
import { shareSlots } from "./lanes";

const CLAIM_LOCK = 727_003;

/** The right to change a run; whoever lost the token changes nothing. */
export interface Lease {
  runId: string;
  token: string;
}

/** A call of the app that this process may make. */
export interface Job extends Lease {
  /** The planned step to run; null to go on with the function. */
  stepId: string | null;
  attempt: number;
}

/** Adds a call; one that exists already is made once more when it is under way. */
export async function enqueue(
  tx: Tx,
  { runId, stepId = null }: { runId: string; stepId?: string | null },
) {
  // Due since the run was: older runs go on before younger ones start.
  await tx`
    insert into engine.jobs (run_id, step_id, lane, due_at)
    select id, ${stepId}::text, lane, queued_at from engine.runs where id = ${runId}
    on conflict (run_id, step_id) do update set again = true
    where jobs.lease_token is not null`;
  await notifyWork(tx);
}

export interface Claim {
  jobs: Job[];
  /** The database's time of the claim. */
  at: string;
}

/**
 * Leases as many due jobs as there are slots and as concurrency limits allow. One process claims
 * at a time, which makes the counts exact however many share the database.
 */
export async function claim(
  sql: Sql,
  functions: Functions,
  { slots, leaseMs }: { slots: number; leaseMs: number },
): Promise<Claim> {
  return transact(sql, async (tx) => {
    // A claim that a crash of Postgres forgets is harmless, so it need not reach the disk.
    const [now] = await tx<{ at: string }[]>`
      select pg_advisory_xact_lock(${CLAIM_LOCK}), set_config('synchronous_commit', 'off', true),
        now()::text as at`;
    const at = now?.at ?? "";
    await tx`
      update engine.jobs set lease_token = null, lease_until = null where lease_until < now()`;
    const [waiting, running] = await Promise.all([waitingLanes(tx, slots), runningLanes(tx)]);
    const shares = shareSlots(functions, { slots, waiting, running });
    if (shares.size === 0) return { jobs: [], at };

    const jobs = await tx<Job[]>`
      update engine.jobs
      set lease_token = gen_random_uuid(), lease_until = now() + ${leaseMs} * interval '1 ms'
      from (
        select job.id
        from unnest(${[...shares.keys()]}::text[], ${[...shares.values()]}::int[]) share (lane, count)
        cross join lateral (
          select id from engine.jobs
          where jobs.lane = share.lane and lease_token is null and due_at <= now()
          order by due_at, id
          limit share.count
        ) job
      ) claimed
      where jobs.id = claimed.id
      returning run_id as "runId", step_id as "stepId", attempt, lease_token as token`;
    await markStarted(tx, functions, jobs);
    return { jobs, at };
  });
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

/** The first call starts the run, and with it the time it may take. */
async function markStarted(tx: Tx, functions: Functions, jobs: Job[]) {
  const started = await tx<{ id: string; functionId: string }[]>`
    with started as (
      update engine.runs set status = 'running', started_at = now()
      where id = any(${jobs.map(({ runId }) => runId)}) and started_at is null
      returning id, function_id
    ), timers as (
      delete from engine.timers using started where run_id = started.id and kind = 'start'
    )
    select id, function_id as "functionId" from started`;
  for (const { id, functionId } of started) {
    const finishMs = functions.get(functionId)?.timeouts.finish;
    if (finishMs === undefined) continue;
    await tx`
      insert into engine.timers (id, kind, run_id, due_at)
      values (${`finish:${id}`}, 'finish', ${id}, now() + ${finishMs} * interval '1 ms')`;
  }
}

/** Keeps leases of calls that are still under way. */
export async function extendLeases(sql: Sql, tokens: string[], leaseMs: number) {
  await sql`
    update engine.jobs set lease_until = now() + ${leaseMs} * interval '1 ms'
    where lease_token = any(${tokens}::uuid[])`;
}

/** Ends a leased job; false when the lease is no longer ours. */
export async function drop(tx: Tx, { token, runId }: Lease): Promise<boolean> {
  const [dropped] = await tx<{ again: boolean }[]>`
    delete from engine.jobs where lease_token = ${token} returning again`;
  if (dropped?.again) await enqueue(tx, { runId });
  return dropped !== undefined;
}

/** Gives a leased job back, to be called again with the next attempt after a delay. */
export async function retry(sql: Tx, { token }: Lease, delayMs: number) {
  await sql`
    update engine.jobs
    set attempt = attempt + 1, due_at = now() + ${delayMs} * interval '1 ms',
        lease_token = null, lease_until = null
    where lease_token = ${token}`;
  await notifyWork(sql);
}

/** Gives a leased job back as it was: the call never reached the app. */
export async function release(sql: Sql, { token }: Lease) {
  await sql`
    update engine.jobs set lease_token = null, lease_until = null where lease_token = ${token}`;
}

/**
 * Milliseconds until a job, lease or timer falls due, negative when it has. Jobs and leases count
 * from the claim that looked at them last, so that none slips in between; null leaves them out.
 */
export async function nextDueMs(sql: Sql, claimedAt: string | null): Promise<number | null> {
  const [row] = await sql<{ ms: number | null }[]>`
    select extract(epoch from least(
      (select min(due_at) from engine.timers),
      (select min(due_at) from engine.jobs
        where lease_token is null and due_at > ${claimedAt}::text::timestamptz),
      (select min(lease_until) from engine.jobs
        where lease_token is not null and ${claimedAt}::text is not null)
    ) - clock_timestamp())::float8 * 1000 as ms`;
  return row?.ms ?? null;
}
