import { z } from "zod";
import { scheduleCron } from "./crons";
import { type Sql, type Tx, transact } from "./database";
import { eventPayload } from "./events";
import { finishRun, runError } from "./finish-run";
import type { Functions } from "./function-config";
import { ingestEvents } from "./ingest-events";
import { startRuns } from "./start-runs";
import { asData, asError, settleStep } from "./steps";
import { dueTimerIds, postponeTimer, type Timer, takeTimer } from "./timers";
import { ulid } from "./ulid";

const POSTPONE_MS = 60_000;

/** Fires every due timer, each in a transaction of its own; one that fails is put off a minute. */
export async function fireDueTimers(
  sql: Sql,
  functions: Functions,
  onFailure: (id: string, error: unknown) => void,
) {
  async function fireOne(id: string) {
    try {
      await transact(sql, async (tx) => {
        const timer = await takeTimer(tx, id);
        if (timer) await fire(tx, functions, timer);
      });
    } catch (error) {
      onFailure(id, error);
      await postponeTimer(sql, id, POSTPONE_MS);
    }
  }

  for (let ids = await dueTimerIds(sql); ids.length > 0; ids = await dueTimerIds(sql)) {
    await Promise.all(ids.map(fireOne));
  }
}

async function fire(tx: Tx, functions: Functions, timer: Timer) {
  const { kind, runId, stepId } = timer;
  switch (kind) {
    case "sleep":
    case "wait":
      if (runId && stepId) await settleStep(tx, { runId, stepId, outcome: nothing });
      return;
    case "invoke":
      if (runId && stepId) await settleStep(tx, { runId, stepId, outcome: tooLate });
      return;
    case "start":
    case "finish":
      if (runId) await finishRun(tx, functions, { runId, end: timedOut(kind) });
      return;
    case "debounce":
      return startDebounced(tx, functions, timer);
    case "cron":
      return startScheduled(tx, functions, timer);
    case "publish": {
      const payload = eventPayload.parse(timer.detail);
      return ingestEvents(tx, functions, [{ id: payload.id, payload }]);
    }
  }
}

const nothing = asData(null);
const tooLate = asError(runError("Timed out waiting for the invoked function"));
const timedOut = (what: "start" | "finish") => {
  const error = runError(`Cancelled: the run did not ${what} in time`);
  return { status: "cancelled", error } as const;
};

const debouncedEvent = z.object({ id: z.string(), payload: eventPayload });

async function startDebounced(tx: Tx, functions: Functions, { functionId, detail }: Timer) {
  const fn = functions.get(functionId ?? "");
  if (fn) await startRuns(tx, functions, [{ fn, event: debouncedEvent.parse(detail) }]);
}

const cronDetail = z.object({ pattern: z.string(), at: z.iso.datetime() });

async function startScheduled(tx: Tx, functions: Functions, { functionId, detail }: Timer) {
  if (!functionId) return;
  const { pattern, at } = cronDetail.parse(detail);
  // Never before the time that was just served, should the clocks disagree.
  const from = new Date(Math.max(Date.now(), Date.parse(at)));
  await scheduleCron(tx, { functionId, pattern, from });
  const fn = functions.get(functionId);
  if (!fn) return;
  const id = ulid();
  const payload = { id, name: "inngest/scheduled.timer", data: { cron: pattern }, ts: Date.now() };
  await startRuns(tx, functions, [{ fn, event: { id, payload } }]);
}
