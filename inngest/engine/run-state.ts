import { canonicalJson } from "./canonical-json";
import type { Sql } from "./database";
import type { Job } from "./queue";

/** Above this the SDK fetches the steps itself instead of getting them with the call. */
const INLINE_STATE_BYTES = 4 * 1024 * 1024;

interface FinishedStepRow {
  id: string;
  status: "data" | "error";
  value: string;
}

export interface RunState {
  runId: string;
  functionId: string;
  /** Canonical JSON. */
  event: string;
  /** In the order in which they finished. */
  steps: FinishedStepRow[];
  /** Steps that are planned and have no outcome yet. */
  pending: boolean;
}

/** Everything the SDK needs to replay a run; null when there is no such run. */
export async function loadRunState(sql: Sql, runId: string): Promise<RunState | null> {
  const [[run], steps] = await Promise.all([
    sql<{ functionId: string; event: string }[]>`
      select function_id as "functionId", event::text from engine.runs where id = ${runId}`,
    sql<(Omit<FinishedStepRow, "status"> & { status: string })[]>`
      select id, status, value::text from engine.steps where run_id = ${runId}
      order by position nulls last`,
  ]);
  if (!run) return null;
  const finished = steps.filter(isFinished);
  return { runId, ...run, steps: finished, pending: finished.length < steps.length };
}

const isFinished = (step: { id: string; status: string; value: string }): step is FinishedStepRow =>
  step.status !== "pending";

/** The steps as the SDK reads them, put together from canonical parts. */
export function stepsJson({ steps }: RunState): string {
  const entries = steps
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))
    .map(({ id, status, value }) =>
      status === "data"
        ? `${JSON.stringify(id)}:{"data":${value},"type":"data"}`
        : `${JSON.stringify(id)}:{"error":${value},"type":"error"}`,
    );
  return `{${entries.join(",")}}`;
}

/** The canonical body of a call: keys sorted, values as they were stored. */
export function callBody(state: RunState, job: Job, maxAttempts: number): string {
  const steps = stepsJson(state);
  const viaApi = steps.length > INLINE_STATE_BYTES;
  const stack = state.steps.map(({ id }) => id);
  const context = canonicalJson({
    run_id: state.runId,
    fn_id: state.functionId,
    qi_id: job.token,
    attempt: job.attempt,
    max_attempts: maxAttempts,
    disable_immediate_execution: state.pending,
    use_api: viaApi,
    stack: { stack, current: stack.length },
  });
  return (
    `{"ctx":${context},"event":${state.event},"events":[${state.event}],` +
    `"steps":${viaApi ? "{}" : steps},"version":-1}`
  );
}
