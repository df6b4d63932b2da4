import "server-only";
import type { Db } from "@/db/handle";
import { type LockedJob, lockJob } from "@/db/queries/jobs-control";
import type { Viewer } from "@/db/queries/jobs-list";
import { AppError } from "@/lib/errors";

/** A job to act on: a person's own, or shared work for the owner of the installation. */
export async function lockOwnJob(
  db: Db,
  { jobId, viewer }: { jobId: string; viewer: Viewer },
): Promise<LockedJob> {
  const job = await lockJob(db, { jobId, viewer });
  if (!job) throw new AppError("NOT_FOUND", "There is no such job.");
  if (job.userId === null && viewer.role !== "owner") {
    throw new AppError(
      "FORBIDDEN",
      "This work is shared: the owner of this Clouder looks after it.",
    );
  }
  return job;
}
