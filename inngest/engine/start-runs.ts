import { canonicalJson } from "./canonical-json";
import { notifyWork, type Tx } from "./database";
import type { EngineEvent } from "./events";
import { finishRun, runError } from "./finish-run";
import type { EngineFunction, Functions } from "./function-config";
import { passGate, reserveStart } from "./gates";
import { laneOf } from "./lanes";
import { asError, settleStep } from "./steps";
import { setTimer } from "./timers";
import { ulid } from "./ulid";

const DAY_MS = 86_400_000;

export interface RunRequest {
  fn: EngineFunction;
  event: EngineEvent;
  /** The invoking step, which learns how the run ends. */
  parent?: { runId: string; stepId: string };
}

interface NewRun extends RunRequest {
  id: string;
  delayMs: number;
  singleton: string | null;
}

/** Starts runs as far as rate limits and singletons let them; throttled ones start later. */
export async function startRuns(tx: Tx, functions: Functions, requests: RunRequest[]) {
  const admitted: NewRun[] = [];
  for (const request of requests) {
    const delayMs = await admit(tx, request);
    const singleton = singletonOf(request);
    if (delayMs !== null) admitted.push({ ...request, id: ulid(), delayMs, singleton });
    else await refuse(tx, request, "a rate limit");
  }

  await cancelReplaced(tx, functions, admitted);
  const created = await insertRuns(tx, admitted);
  for (const run of admitted) {
    if (created.has(run.id)) await arm(tx, run);
    else await refuse(tx, run, "another run of this singleton");
  }
  if (created.size > 0) await notifyWork(tx);
}

/** Milliseconds until the run may start, or null when it may not. */
async function admit(tx: Tx, { fn, event }: RunRequest): Promise<number | null> {
  const { payload } = event;
  const gate = (kind: string, key?: (event: unknown) => string) =>
    canonicalJson([kind, fn.id, key?.(payload) ?? ""]);

  const { idempotency, rateLimit, throttle } = fn;
  if (idempotency) {
    const passed = await passGate(tx, gate("idempotency", idempotency), {
      limit: 1,
      periodMs: DAY_MS,
    });
    if (!passed) return null;
  }
  if (rateLimit) {
    const { limit, period: periodMs, key } = rateLimit;
    if (!(await passGate(tx, gate("rate", key), { limit, periodMs }))) return null;
  }
  const untilDueMs = Math.max(0, payload.ts - Date.now());
  if (!throttle) return untilDueMs;
  const { limit, period: periodMs, burst, key } = throttle;
  const rate = { limit, periodMs, burst };
  return Math.max(untilDueMs, await reserveStart(tx, gate("throttle", key), rate));
}

function singletonOf({ fn, event }: RunRequest): string | null {
  if (!fn.singleton) return null;
  return canonicalJson([fn.id, fn.singleton.key?.(event.payload) ?? ""]);
}

async function refuse(tx: Tx, { fn, parent }: RunRequest, reason: string) {
  if (!parent) return;
  const error = runError(`${fn.id} was not started: ${reason} stands in the way`);
  await settleStep(tx, { ...parent, outcome: asError(error) });
}

/** A singleton in mode `cancel` gives way to its successor. */
async function cancelReplaced(tx: Tx, functions: Functions, runs: NewRun[]) {
  const keys = runs
    .filter(({ fn }) => fn.singleton?.mode === "cancel")
    .flatMap(({ singleton }) => singleton ?? []);
  if (keys.length === 0) return;
  const replaced = await tx<{ id: string }[]>`
    select id from engine.runs
    where singleton = any(${keys}) and ended_at is null order by id for update`;
  for (const { id } of replaced) {
    const error = runError("A newer run took this one's place");
    await finishRun(tx, functions, { runId: id, end: { status: "cancelled", error } });
  }
}

/** Yields the ids of the runs that now exist: not those whose singleton or event has one already. */
async function insertRuns(tx: Tx, runs: NewRun[]): Promise<Set<string>> {
  if (runs.length === 0) return new Set();
  // Of several that replace each other, the last one is meant.
  const ordered = runs.filter(
    (run, index) =>
      run.fn.singleton?.mode !== "cancel" ||
      !runs.some((other, later) => later > index && other.singleton === run.singleton),
  );
  const created = await tx<{ id: string }[]>`
    with request as (
      select * from unnest(
        ${ordered.map(({ id }) => id)}::text[],
        ${ordered.map(({ fn }) => fn.id)}::text[],
        ${ordered.map(({ event }) => event.id)}::text[],
        ${ordered.map(({ event }) => canonicalJson(event.payload))}::text[],
        ${ordered.map(({ fn, event }) => laneOf(fn, event.payload))}::text[],
        ${ordered.map(({ singleton }) => singleton)}::text[],
        ${ordered.map(({ parent }) => parent?.runId ?? null)}::text[],
        ${ordered.map(({ parent }) => parent?.stepId ?? null)}::text[],
        ${ordered.map(({ delayMs }) => delayMs)}::text[]::float8[]
      ) request (
        id, function_id, event_id, event, lane, singleton, parent_run_id, parent_step_id, delay_ms
      )
    ), created as (
      insert into engine.runs (
        id, function_id, event_id, event, lane, singleton, parent_run_id, parent_step_id
      )
      select id, function_id, event_id, event::json, lane, singleton, parent_run_id, parent_step_id
      from request
      on conflict do nothing
      returning id
    ), jobs as (
      insert into engine.jobs (run_id, lane, due_at)
      select id, lane, case delay_ms
        when 0 then now() else clock_timestamp() + delay_ms * interval '1 ms'
      end
      from request where id in (select id from created)
    )
    select id from created`;
  return new Set(created.map(({ id }) => id));
}

/** What may cancel a run: events, and not starting in time. */
async function arm(tx: Tx, { fn, id }: NewRun) {
  for (const { event, if: condition, timeout } of fn.cancel) {
    await tx`
      insert into engine.waits (run_id, event_name, condition, expires_at)
      values (
        ${id}, ${event}, ${condition ?? null},
        now() + ${timeout ?? null}::float8 * interval '1 ms'
      )`;
  }
  if (fn.timeouts.start !== undefined) {
    await setTimer(tx, { id: `start:${id}`, kind: "start", runId: id }, fn.timeouts.start);
  }
}
