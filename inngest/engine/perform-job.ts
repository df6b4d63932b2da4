import { type Answer, readAnswer } from "./answers";
import { AppUnreachable } from "./app-client";
import { applyAnswer } from "./apply-answer";
import type { Engine } from "./engine";
import { runError } from "./finish-run";
import { maxAttempts } from "./function-config";
import { type Job, release } from "./queue";
import { callBody, loadSteps, type Steps } from "./run-state";

const NO_STEPS: Steps = { finished: [], pending: false };

/** Makes one call of the app and records its outcome; false when the app could not be called. */
export async function performJob(engine: Engine, job: Job): Promise<boolean> {
  const steps = job.stepCount > 0 ? await loadSteps(engine.sql, job.runId) : NO_STEPS;
  const attempts = maxAttempts(engine.registry.functions().get(job.functionId));

  const answer = await call(engine, job, callBody(job, steps, attempts));
  if (engine.closing.aborted && answer?.kind !== "operations") return true;
  if (!answer) {
    await release(engine.sql, job);
    return false;
  }
  logFailure(engine, job, answer);
  await record(engine, job, answer);
  return true;
}

/** Null when the app did not get the call, which then costs no attempt. */
async function call({ app }: Engine, job: Job, body: string): Promise<Answer | null> {
  try {
    const response = await app.call(job.functionId, job.stepId, body);
    return response.status === 401 ? null : readAnswer(response);
  } catch (error) {
    if (error instanceof AppUnreachable) return null;
    return failure(`The call of the app broke off: ${error instanceof Error ? error.message : ""}`);
  }
}

/** An answer that cannot be recorded counts as a failed attempt, so that it cannot repeat for ever. */
async function record(engine: Engine, job: Job, answer: Answer) {
  try {
    await applyAnswer(engine, job, answer);
  } catch (error) {
    engine.log.error({ error, run: job.runId }, "an answer of the app could not be recorded");
    await applyAnswer(engine, job, failure("The engine could not record the app's answer"));
  }
}

const failure = (message: string): Answer => ({
  kind: "failed",
  error: runError(message),
  final: false,
  retryAfter: null,
});

function logFailure({ log }: Engine, job: Job, answer: Answer) {
  if (answer.kind !== "failed") return;
  const { runId: run, functionId, attempt } = job;
  log.warn({ run, function: functionId, attempt, final: answer.final }, "a call failed");
}
