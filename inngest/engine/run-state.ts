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

/** What the SDK replays. */
export interface Steps {
  /** In the order in which they finished. */
  finished: FinishedStepRow[];
  /** Whether some are planned and have no outcome yet. */
  pending: boolean;
}

export async function loadSteps(sql: Sql, runId: string): Promise<Steps> {
  const steps = await sql<(Omit<FinishedStepRow, "status"> & { status: string })[]>`
    select id, status, value::text from engine.steps where run_id = ${runId}
    order by position nulls last`;
  const finished = steps.filter(isFinished);
  return { finished, pending: finished.length < steps.length };
}

const isFinished = (step: { id: string; status: string; value: string }): step is FinishedStepRow =>
  step.status !== "pending";

/** The event of a run, as canonical JSON; null when there is no such run. */
export async function loadEvent(sql: Sql, runId: string): Promise<string | null> {
  const [run] = await sql<{ event: string }[]>`
    select event::text from engine.runs where id = ${runId}`;
  return run?.event ?? null;
}

/** The steps as the SDK reads them, put together from canonical parts. */
export function stepsJson({ finished }: Steps): string {
  const entries = finished
    .toSorted((left, right) => (left.id < right.id ? -1 : 1))
    .map(({ id, status, value }) =>
      status === "data"
        ? `${JSON.stringify(id)}:{"data":${value},"type":"data"}`
        : `${JSON.stringify(id)}:{"error":${value},"type":"error"}`,
    );
  return `{${entries.join(",")}}`;
}

/** The canonical body of a call: keys sorted, values as they were stored. */
export function callBody(job: Job, steps: Steps, maxAttempts: number): string {
  const memory = stepsJson(steps);
  const viaApi = memory.length > INLINE_STATE_BYTES;
  const stack = steps.finished.map(({ id }) => id);
  const context = canonicalJson({
    run_id: job.runId,
    fn_id: job.functionId,
    qi_id: job.token,
    attempt: job.attempt,
    max_attempts: maxAttempts,
    disable_immediate_execution: steps.pending,
    use_api: viaApi,
    stack: { stack, current: stack.length },
  });
  return (
    `{"ctx":${context},"event":${job.event},"events":[${job.event}],` +
    `"steps":${viaApi ? "{}" : memory},"version":-1}`
  );
}
