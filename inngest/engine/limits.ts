import type { FinishedStep, RunSize } from "./steps";

const MEGABYTE = 1024 * 1024;
const MAX_STEPS = 1_000;
const MAX_STATE_MEGABYTES = 32;
const MAX_OUTPUT_MEGABYTES = 4;

/** The limits of the real server, so that nothing works here that fails there. */
export function outputViolation(steps: FinishedStep[]): string | null {
  const tooBig = steps.find(
    ({ json }) => Buffer.byteLength(json) > MAX_OUTPUT_MEGABYTES * MEGABYTE,
  );
  if (!tooBig) return null;
  return `The output of step "${tooBig.name}" is larger than ${MAX_OUTPUT_MEGABYTES} MB`;
}

export function sizeViolation({ steps, bytes }: RunSize): string | null {
  if (steps > MAX_STEPS) return `The run has more than ${MAX_STEPS} steps`;
  if (bytes > MAX_STATE_MEGABYTES * MEGABYTE) {
    return `The outputs of the run's steps are larger than ${MAX_STATE_MEGABYTES} MB together`;
  }
  return null;
}

/** Something about a run that no retry can heal. */
export class RunFailure extends Error {}
