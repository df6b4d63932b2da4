import { failRun } from "./apply-answer";
import type { Engine } from "./engine";
import { outputViolation, sizeViolation } from "./limits";
import { finishedSteps, missingFeature, type Operation } from "./operations";
import type { Lease } from "./queue";
import { saveSteps } from "./steps";

/** Keeps steps that a call has finished so far; false when the call must stop. */
export async function recordCheckpoint(
  engine: Engine,
  lease: Lease,
  operations: Operation[],
): Promise<boolean> {
  const steps = finishedSteps(operations, { retriable: false });
  const problem = missingFeature(operations) ?? outputViolation(steps);
  if (problem) {
    await failRun(engine, lease, problem);
    return false;
  }
  const size = await saveSteps(engine.sql, { ...lease, leaseMs: engine.settings.leaseMs }, steps);
  const violation = size && sizeViolation(size);
  if (violation) await failRun(engine, lease, violation);
  return size !== null && !violation;
}
