import "server-only";
import { advanceJob } from "@/db/queries/jobs";
import { AppError } from "@/lib/errors";

/** A run whose job was stopped, or that another run took over, must write nothing more. */
export const jobIsOver = () =>
  new AppError("CONFLICT", "The job was stopped, or another run has taken it up.");

/**
 * Reports a run's progress in the transaction that holds the data: when the job is no longer this
 * run's, it throws and nothing of the transaction is kept.
 */
export async function reportProgress(...args: Parameters<typeof advanceJob>): Promise<void> {
  if (!(await advanceJob(...args))) throw jobIsOver();
}
