import { canonicalJson } from "./canonical-json";
import { type Tx, WORK_CHANNEL } from "./database";
import type { EventPayload } from "./events";
import { type Functions, triggersOn } from "./function-config";
import { asData, asError, settleStep } from "./steps";
import { setTimer } from "./timers";
import { ulid } from "./ulid";

export type RunEnd =
  | { status: "completed"; output: unknown }
  | { status: "failed" | "cancelled"; error: unknown };

interface EndedRun {
  id: string;
  functionId: string;
  event: string;
  parentRunId: string | null;
  parentStepId: string | null;
  /** Whether some run waits for an event of the engine itself. */
  overheard: boolean;
}

export const runError = (message: string) => ({ name: "Error", message });

/** Ends a run, tells the run that invoked it, and announces the end. False when it has ended. */
export async function finishRun(
  tx: Tx,
  functions: Functions,
  { runId, end }: { runId: string; end: RunEnd },
): Promise<boolean> {
  const result = end.status === "completed" ? end.output : end.error;
  const [run] = await tx<EndedRun[]>`
    with ended as (
      update engine.runs
      set status = ${end.status}, output = ${canonicalJson(result)}::text::json, ended_at = now()
      where id = ${runId} and ended_at is null
      returning id, function_id, event::text, parent_run_id, parent_step_id
    ), jobs as (
      delete from engine.jobs using ended where run_id = ended.id
    ), timers as (
      delete from engine.timers using ended where run_id = ended.id
    ), waits as (
      delete from engine.waits using ended where run_id = ended.id
    )
    select id, function_id as "functionId", event, parent_run_id as "parentRunId",
      parent_step_id as "parentStepId", pg_notify(${WORK_CHANNEL}, ''),
      exists (select from engine.waits where event_name like 'inngest/%') as overheard
    from ended`;
  if (!run) return false;

  if (run.parentRunId && run.parentStepId) {
    const outcome = end.status === "completed" ? asData(result) : asError(result);
    await settleStep(tx, { runId: run.parentRunId, stepId: run.parentStepId, outcome });
  }
  for (const event of announcements(run, end)) {
    if (run.overheard || isTrigger(functions, event)) await publish(tx, event);
  }
  return true;
}

function announcements(run: EndedRun, end: RunEnd): EventPayload[] {
  const about = {
    function_id: run.functionId,
    run_id: run.id,
    event: JSON.parse(run.event),
    ...(end.status === "completed" ? { result: end.output } : { error: end.error }),
  };
  const named = (name: string) => ({ id: ulid(), name, data: about, ts: Date.now() });
  if (end.status === "cancelled") return [named("inngest/function.cancelled")];
  const finished = named("inngest/function.finished");
  return end.status === "failed" ? [named("inngest/function.failed"), finished] : [finished];
}

const isTrigger = (functions: Functions, event: EventPayload) =>
  [...functions.values()].some((fn) => triggersOn(fn, event));

/** Hands an event of the engine itself to whoever listens, after this transaction. */
const publish = (tx: Tx, event: EventPayload) =>
  setTimer(tx, { id: `publish:${event.id}`, kind: "publish", detail: event }, 0);
