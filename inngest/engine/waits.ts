import type { Tx } from "./database";
import type { EventPayload } from "./events";
import { conditionHolds } from "./expression";
import { finishRun, runError } from "./finish-run";
import type { Functions } from "./function-config";
import { asData, settleStep } from "./steps";

interface Wait {
  runId: string;
  stepId: string | null;
  condition: string | null;
  trigger: string;
}

/** Hands an event to the runs that wait for it, and cancels the runs that it cancels. */
export async function resumeWaits(tx: Tx, functions: Functions, event: EventPayload) {
  const waits = await tx<Wait[]>`
    select wait.run_id as "runId", wait.step_id as "stepId", wait.condition,
      run.event::text as trigger
    from engine.waits wait join engine.runs run on run.id = wait.run_id
    where wait.event_name = ${event.name}
      and (wait.expires_at is null or wait.expires_at > now())
    order by wait.run_id`;
  for (const { runId, stepId, condition, trigger } of waits) {
    if (!conditionHolds(condition, { event: JSON.parse(trigger), async: event })) continue;
    if (stepId) {
      await settleStep(tx, { runId, stepId, outcome: asData(event) });
    } else {
      const error = runError(`Cancelled by ${event.name}`);
      await finishRun(tx, functions, { runId, end: { status: "cancelled", error } });
    }
  }
}

/** The names among these that some run waits for. */
export async function awaitedNames(tx: Tx, names: string[]): Promise<Set<string>> {
  const rows = await tx<{ name: string }[]>`
    select distinct event_name as name from engine.waits where event_name = any(${names})`;
  return new Set(rows.map(({ name }) => name));
}
