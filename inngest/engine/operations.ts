import { z } from "zod";
import { asData, asError, type FinishedStep } from "./steps";

const operation = z.object({
  id: z.string(),
  op: z.string(),
  name: z.string().nullish(),
  displayName: z.string().nullish(),
  data: z.unknown().optional(),
  error: z.unknown().optional(),
  opts: z.record(z.string(), z.unknown()).nullish(),
});
export type Operation = z.infer<typeof operation>;

/** The operations in a checkpoint or an answer; throws a ZodError. */
export const operations = z.array(operation);

/** For people; without NUL, of which Postgres keeps none. */
export const stepName = ({ displayName, name, id }: Operation) =>
  (displayName ?? name ?? id).replaceAll("\0", "");

const FINISHED = new Set(["StepRun", "StepFailed", "StepError"]);
const PLANNED = new Set(["StepPlanned", "Sleep", "WaitForEvent", "InvokeFunction"]);
const CONTROL = new Set(["RunComplete", "DiscoveryRequest"]);

/** Operations whose outcome is not there yet. */
export const plannedOperations = (operations: Operation[]) =>
  operations.filter(({ op }) => PLANNED.has(op));

/** What a function uses and this engine cannot do, such as signals or inference. */
export function missingFeature(operations: Operation[]): string | null {
  const missing = operations.find(
    ({ op }) => !FINISHED.has(op) && !PLANNED.has(op) && !CONTROL.has(op),
  );
  if (!missing) return null;
  return `Step "${stepName(missing)}" needs ${missing.op}, which this engine does not support`;
}

/** Steps with an outcome; an error is one only when the step is not tried again. */
export function finishedSteps(
  operations: Operation[],
  { retriable }: { retriable: boolean },
): FinishedStep[] {
  return operations
    .filter(({ op }) => FINISHED.has(op) && !(op === "StepError" && retriable))
    .map((operation) => ({
      id: operation.id,
      name: stepName(operation),
      ...(operation.op === "StepRun" ? asData(operation.data) : asError(operation.error)),
    }));
}
