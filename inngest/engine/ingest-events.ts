import { canonicalJson } from "./canonical-json";
import { notifyWork, type Tx } from "./database";
import { type EngineEvent, storeEvents } from "./events";
import { type EngineFunction, type Functions, triggersOn } from "./function-config";
import { type RunRequest, startRuns } from "./start-runs";
import { awaitedNames, resumeWaits } from "./waits";

/** Stores events and lets them do what they do: resume, cancel, start. */
export async function ingestEvents(tx: Tx, functions: Functions, events: EngineEvent[]) {
  const fresh = await storeEvents(tx, events);
  if (fresh.length === 0) return;

  const cancelling = new Set(
    [...functions.values()].flatMap((fn) => fn.cancel.map(({ event }) => event)),
  );
  let starting: EngineEvent[] = [];
  const awaited = await awaitedNames(tx, [...new Set(fresh.map(({ payload }) => payload.name))]);
  for (const event of fresh) {
    const { name } = event.payload;
    if (cancelling.has(name) && starting.length > 0) {
      // What an earlier event of the batch starts, a later one may cancel.
      await trigger(tx, functions, starting);
      starting = [];
      awaited.add(name);
    }
    if (awaited.has(name)) await resumeWaits(tx, functions, event.payload);
    starting.push(event);
  }
  await trigger(tx, functions, starting);
}

async function trigger(tx: Tx, functions: Functions, events: EngineEvent[]) {
  const requests: RunRequest[] = [];
  for (const event of events) {
    for (const fn of functions.values()) {
      if (!triggersOn(fn, event.payload)) continue;
      if (fn.debounce) await debounce(tx, fn, event);
      else requests.push({ fn, event });
    }
  }
  await startRuns(tx, functions, requests);
}

/** Only the last event of a quiet period starts a run; the deadline bounds how long it may wait. */
async function debounce(tx: Tx, fn: EngineFunction, event: EngineEvent) {
  if (!fn.debounce) return;
  const { key, period, timeout } = fn.debounce;
  await tx`
    insert into engine.timers as timer (id, kind, function_id, detail, due_at, deadline)
    values (
      ${canonicalJson(["debounce", fn.id, key?.(event.payload) ?? ""])}, 'debounce', ${fn.id},
      ${JSON.stringify(event)}::text::json,
      now() + ${period} * interval '1 ms',
      now() + ${timeout ?? null}::float8 * interval '1 ms'
    )
    on conflict (id) do update
    set detail = excluded.detail, due_at = least(excluded.due_at, timer.deadline)`;
  await notifyWork(tx);
}
