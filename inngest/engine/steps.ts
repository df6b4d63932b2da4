import { canonicalJson } from "./canonical-json";
import type { Sql, Tx } from "./database";
import { enqueue } from "./queue";

export interface Outcome {
  status: "data" | "error";
  /** Canonical. */
  json: string;
}

export const asData = (value: unknown): Outcome => ({ status: "data", json: canonicalJson(value) });
export const asError = (error: unknown): Outcome => ({
  status: "error",
  json: canonicalJson(error),
});

export interface RunSize {
  steps: number;
  bytes: number;
}

export interface LiveRun extends RunSize {
  id: string;
  functionId: string;
}

/** Locks a run that has not ended; whoever changes its steps holds this lock. */
export async function lockLiveRun(tx: Tx, runId: string): Promise<LiveRun | null> {
  const [run] = await tx<LiveRun[]>`
    select id, function_id as "functionId", step_count as steps, state_bytes::float8 as bytes
    from engine.runs where id = ${runId} and ended_at is null for update`;
  return run ?? null;
}

/** Records the outcome of a pending step and goes on with the run when nothing else is pending. */
export async function settleStep(
  tx: Tx,
  { runId, stepId, outcome }: { runId: string; stepId: string; outcome: Outcome },
) {
  if (!(await lockLiveRun(tx, runId))) return;
  const [settled] = await tx<{ raced: boolean }[]>`
    with settled as (
      update engine.steps
      set status = ${outcome.status}, value = ${outcome.json}::text::json,
          position = nextval('engine.step_position')
      where run_id = ${runId} and id = ${stepId} and status = 'pending'
      returning raced
    ), timers as (
      delete from engine.timers where run_id = ${runId} and step_id = ${stepId}
    ), waits as (
      delete from engine.waits where run_id = ${runId} and step_id = ${stepId}
    ), counted as (
      update engine.runs set state_bytes = state_bytes + ${Buffer.byteLength(outcome.json)}
      where id = ${runId} and exists (select from settled)
    )
    select raced from settled`;
  if (!settled) return;
  // Steps beside each other are discovered past together, unless they race.
  const [blocked] = await tx`
    select from engine.steps where run_id = ${runId} and status = 'pending' and not raced limit 1`;
  if (settled.raced || !blocked) await enqueue(tx, { runId });
}

/** Goes on with a run of which no step is pending. */
export async function continueRun(tx: Tx, runId: string) {
  const [pending] = await tx`
    select from engine.steps where run_id = ${runId} and status = 'pending' limit 1`;
  if (!pending) await enqueue(tx, { runId });
}

/** A step that ran inside a discovery call. */
export interface FinishedStep extends Outcome {
  id: string;
  name: string;
}

/**
 * Records finished steps in order and keeps the lease; a step that is recorded already keeps its
 * first outcome. Null when the lease is no longer ours.
 */
export async function saveSteps(
  tx: Tx | Sql,
  { runId, token, leaseMs }: { runId: string; token: string; leaseMs: number },
  steps: FinishedStep[],
): Promise<RunSize | null> {
  const [size] = await tx<RunSize[]>`
    with lease as (
      select run_id, lease_until from engine.jobs
      where lease_token = ${token} and run_id = ${runId} for update
    ), extended as (
      update engine.jobs set lease_until = now() + ${leaseMs} * interval '1 ms'
      from lease
      where lease_token = ${token} and lease.lease_until < now() + ${leaseMs / 2} * interval '1 ms'
    ), saved as (
      insert into engine.steps (run_id, id, name, status, value, position)
      select lease.run_id, step.id, step.name, step.status, step.json::json,
        nextval('engine.step_position')
      from lease, unnest(
        ${steps.map(({ id }) => id)}::text[],
        ${steps.map(({ name }) => name)}::text[],
        ${steps.map(({ status }) => status)}::text[],
        ${steps.map(({ json }) => json)}::text[]
      ) step (id, name, status, json)
      on conflict do nothing
      returning octet_length(value::text) as bytes
    )
    update engine.runs
    set step_count = step_count + (select count(*) from saved),
        state_bytes = state_bytes + (select coalesce(sum(bytes), 0) from saved)
    from lease where id = lease.run_id and ended_at is null
    returning step_count as steps, state_bytes::float8 as bytes`;
  return size ?? null;
}
