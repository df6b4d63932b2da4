import type { Answer } from "./answers";
import { backoffMs, retryAfterMs } from "./backoff";
import { type Tx, transact } from "./database";
import type { Engine } from "./engine";
import { finishRun, type RunEnd, runError } from "./finish-run";
import { maxAttempts } from "./function-config";
import { outputViolation, RunFailure, sizeViolation } from "./limits";
import { finishedSteps, missingFeature, plannedOperations } from "./operations";
import { planSteps } from "./plan-steps";
import { drop, type Job, type Lease, retry } from "./queue";
import {
  continueRun,
  type FinishedStep,
  type LiveRun,
  lockLiveRun,
  saveSteps,
  settleStep,
} from "./steps";

/** Somebody else has the job now, or its run has ended: nothing may be written. */
class LostLease extends Error {}

type Operations = Extract<Answer, { kind: "operations" }>;

/** Records what a call came to and arranges what follows; does nothing once the lease is lost. */
export async function applyAnswer(engine: Engine, job: Job, answer: Answer) {
  try {
    await transact(engine.sql, (tx) => apply(tx, engine, job, answer));
  } catch (error) {
    if (error instanceof RunFailure) await failRun(engine, job, error.message);
    else if (!(error instanceof LostLease)) throw error;
  }
}

/** Ends the run of a leased job with an error that no retry can heal. */
export async function failRun(engine: Engine, lease: Lease, message: string) {
  const end = { status: "failed", error: runError(message) } as const;
  await transact(engine.sql, async (tx) => {
    if (await drop(tx, lease)) await finish(tx, engine, lease, end);
  });
}

async function apply(tx: Tx, engine: Engine, job: Job, answer: Answer) {
  const attempts = maxAttempts(engine.registry.functions().get(job.functionId));
  const final = job.attempt + 1 >= attempts;

  switch (answer.kind) {
    case "returned":
      await take(tx, job);
      return finish(tx, engine, job, { status: "completed", output: answer.output });
    case "failed":
      if (!answer.final && !final) return tryAgain(tx, engine, job, answer.retryAfter);
      await take(tx, job);
      return finish(tx, engine, job, { status: "failed", error: answer.error });
    case "operations":
      return applyOperations(tx, engine, { job, answer, final });
  }
}

async function applyOperations(
  tx: Tx,
  engine: Engine,
  { job, answer, final }: { job: Job; answer: Operations; final: boolean },
) {
  const { operations, retryAfter } = answer;
  const retriable = !final && operations.some(({ op }) => op === "StepError");
  const finished = finishedSteps(operations, { retriable });
  const problem = missingFeature(operations) ?? outputViolation(finished);
  if (problem) throw new RunFailure(problem);

  if (job.stepId === null && finished.length > 0) await save(tx, engine, job, finished);
  if (retriable) return tryAgain(tx, engine, job, retryAfter);
  const run = await take(tx, job);
  if (job.stepId !== null) return settle(tx, { job, run, finished });

  const complete = operations.find(({ op }) => op === "RunComplete");
  if (complete) return finish(tx, engine, job, { status: "completed", output: complete.data });
  await planSteps(tx, engine.registry.functions(), {
    runId: run.id,
    operations: plannedOperations(operations),
  });
  await continueRun(tx, run.id);
}

async function save(tx: Tx, engine: Engine, { runId, token }: Job, steps: FinishedStep[]) {
  const lease = { runId, token, leaseMs: engine.settings.leaseMs };
  const size = await saveSteps(tx, lease, steps);
  if (!size) throw new LostLease();
  const violation = sizeViolation(size);
  if (violation) throw new RunFailure(violation);
}

/** A planned step was run by a call of its own. */
async function settle(
  tx: Tx,
  { job, run, finished }: { job: Job; run: LiveRun; finished: FinishedStep[] },
) {
  const step = finished.find(({ id }) => id === job.stepId);
  if (!step) throw new RunFailure(`The app ran another step than ${job.stepId}`);
  const violation = sizeViolation({ ...run, bytes: run.bytes + Buffer.byteLength(step.json) });
  if (violation) throw new RunFailure(violation);
  await settleStep(tx, { runId: run.id, stepId: step.id, outcome: step });
}

async function tryAgain(tx: Tx, engine: Engine, job: Job, retryAfter: string | null) {
  const waitMs = retryAfterMs(retryAfter) ?? backoffMs(job.attempt, engine.settings.retryScale);
  await retry(tx, job, waitMs);
}

/** Ends the lease and locks the run, in one trip to the database. */
async function take(tx: Tx, job: Lease): Promise<LiveRun> {
  const [run, dropped] = await Promise.all([lockLiveRun(tx, job.runId), drop(tx, job)]);
  if (!run || !dropped) throw new LostLease();
  return run;
}

const finish = (tx: Tx, { registry }: Engine, { runId }: Lease, end: RunEnd) =>
  finishRun(tx, registry.functions(), { runId, end });
