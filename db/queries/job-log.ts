import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { jobLog } from "@/db/schema/work";
import type { JobLineView } from "@/lib/jobs/job-view";
import type { JobLogLevel } from "@/lib/jobs/status";

/** Of a job so many lines are kept, the newest. */
export const LINES_KEPT = 500;

export type JobLine = {
  message: string;
  level?: JobLogLevel;
  details?: Record<string, string | number | null>;
};

/** Call it with the transaction that holds what the line tells of. A warning counts. */
export async function addJobLine(
  db: Db,
  { jobId, message, level = "info", details }: JobLine & { jobId: string },
): Promise<void> {
  await db.execute(sql`
    with line as (
      insert into job_log (job_id, level, message, details)
      values (${jobId}, ${level}, ${message}, ${details ? JSON.stringify(details) : null}::jsonb)
      returning job_id, level
    ),
    surplus as (
      delete from job_log where job_id = ${jobId} and id <= (
        select id from job_log where job_id = ${jobId}
        order by id desc offset ${LINES_KEPT - 1} limit 1
      )
    )
    update jobs set warnings = warnings + 1 from line where jobs.id = line.job_id
      and line.level = 'warning'
  `);
}

/** Newest first. Whether the job may be seen is for the caller to find out. */
export async function listJobLines(db: Db, { jobId }: { jobId: string }): Promise<JobLineView[]> {
  const rows = await db
    .select({
      id: jobLog.id,
      at: jobLog.at,
      level: jobLog.level,
      message: jobLog.message,
      details: jobLog.details,
    })
    .from(jobLog)
    .where(eq(jobLog.jobId, jobId))
    .orderBy(desc(jobLog.id))
    .limit(LINES_KEPT);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
