import "server-only";
import type { Db } from "@/db/handle";
import { listJobLines } from "@/db/queries/job-log";
import { findJob, type Viewer } from "@/db/queries/jobs-list";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { JobDetail } from "./job-view";
import { runUrl } from "./run-url";

/** A job with its log; the owner also gets the way to its run. */
export async function readJob(
  db: Db,
  { jobId, viewer }: { jobId: string; viewer: Viewer },
): Promise<JobDetail> {
  const found = await findJob(db, { jobId, viewer });
  if (!found) throw new AppError("NOT_FOUND", "There is no such job, or no longer.");
  const server = { serverUrl: env.INNGEST_BASE_URL, engineUrl: env.ENGINE_URL };
  return {
    ...found.job,
    lines: await listJobLines(db, { jobId }),
    runUrl: viewer.role === "owner" ? runUrl(found.runId, server) : null,
  };
}
