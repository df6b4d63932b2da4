import type { PendingQuery, Row } from "postgres";
import { notifyWork, type Sql, type Tx } from "./database";

/** The right to change a run; whoever lost the token changes nothing. */
export interface Lease {
  runId: string;
  token: string;
}

/** A call of the app that this process may make. */
export interface Job extends Lease {
  functionId: string;
  /** The planned step to run; null to go on with the function. */
  stepId: string | null;
  attempt: number;
  /** Canonical JSON. */
  event: string;
  /** The steps, planned or finished, that the run had when the job was claimed. */
  stepCount: number;
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

/** Keeps leases of calls that are still under way. */
export async function extendLeases(sql: Sql, tokens: string[], leaseMs: number) {
  await sql`
    update engine.jobs set lease_until = now() + ${leaseMs} * interval '1 ms'
    where lease_token = any(${tokens}::text[]::uuid[])`;
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

export interface Due {
  timerMs: number | null;
  jobMs: number | null;
}

/**
 * Milliseconds until the next timer, and until the next job or the end of a lease; negative when
 * that is past. Jobs count from the claim that looked at them last, so that none slips in between.
 */
export async function nextDue(sql: Sql, claimedAt: string | null): Promise<Due> {
  const [due] = await sql<Due[]>`
    select ${msUntil(sql, sql`(select min(due_at) from engine.timers)`)} as "timerMs",
      ${msUntil(
        sql,
        sql`least(
          (select min(due_at) from engine.jobs
            where lease_token is null and due_at > ${claimedAt}::text::timestamptz),
          (select min(lease_until) from engine.jobs
            where lease_token is not null and ${claimedAt}::text is not null)
        )`,
      )} as "jobMs"`;
  return due ?? { timerMs: null, jobMs: null };
}

const msUntil = (sql: Sql, time: PendingQuery<Row[]>) =>
  sql`extract(epoch from ${time} - clock_timestamp())::float8 * 1000`;
