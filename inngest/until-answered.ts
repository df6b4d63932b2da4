import { type GetStepTools, NonRetriableError } from "inngest";
import { AppError } from "@/lib/errors";
import { ProviderError, WaitUntilError } from "@/lib/traffic/provider-error";
import type { inngest } from "./client";

type Steps = GetStepTools<typeof inngest>;

/** What JSON leaves of it: an answer of undefined has no key. */
type Outcome<T> = { answer: T } | { waitUntil: string };

type Ask<T> = {
  id: string;
  /** One step's work; what it returns has to survive JSON. */
  run: () => Promise<T>;
  /** Tells people about the wait, inside the step. */
  onWait?: (wait: WaitUntilError) => Promise<unknown>;
  /** Tells people, inside the step, what came between; the step is tried again. */
  onProblem?: (problem: string) => Promise<unknown>;
};

/**
 * Runs a step that asks a provider. When the provider wants patience, the run sleeps until then and
 * asks again: no attempt is spent and no answer is lost. What cannot heal is not retried.
 */
export async function untilAnswered<T>(step: Steps, { id, ...ask }: Ask<T>): Promise<T> {
  for (let waits = 0; ; waits += 1) {
    const stepId = waits === 0 ? id : `${id}-after-wait-${waits}`;
    // the step's result is T as JSON: callers return plain data, and the SDK's type cannot say so
    const outcome = (await step.run(stepId, () => attempt(ask))) as Outcome<T>;
    if (!("waitUntil" in outcome)) return outcome.answer;
    await step.sleepUntil(`${id}-wait-${waits + 1}`, outcome.waitUntil);
  }
}

async function attempt<T>({ run, onWait, onProblem }: Omit<Ask<T>, "id">): Promise<Outcome<T>> {
  try {
    return { answer: await run() };
  } catch (error) {
    if (error instanceof WaitUntilError) {
      await onWait?.(error);
      return { waitUntil: error.until.toISOString() };
    }
    if (isFinal(error)) throw new NonRetriableError(error.message, { cause: error });
    await onProblem?.(
      error instanceof ProviderError ? error.message : "A fault in Clouder came between.",
    );
    throw error;
  }
}

const isFinal = (error: unknown): error is Error =>
  error instanceof AppError || (error instanceof ProviderError && !error.transient);

const told = new Set(["NonRetriableError", "ProviderError"]);

/** A sentence for people about why a run gave up; the fault of our own is not theirs to read. */
export const plainProblem = (error: Error) =>
  told.has(error.name) ? error.message : "It stopped because of a fault in Clouder.";
