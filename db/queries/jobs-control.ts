import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { jobs } from "@/db/schema/work";
import type { JobKind, JobStatus } from "@/lib/jobs/status";
import { addJobLine } from "./job-log";
import { type JobOf, openJobs } from "./jobs";
import { retriable, STILL_MINUTES, standsStill, type Viewer, visibleTo } from "./jobs-list";

export type LockedJob = {
  id: string;
  kind: JobKind;
  subjectId: string;
  /** Null for shared work. */
  userId: string | null;
  status: JobStatus;
  /** It stands still or left something, and is the newest of its subject. */
  retriable: boolean;
};

/** Reads a job for a decision: nobody else changes it until the transaction ends. */
export async function lockJob(
  db: Db,
  { jobId, viewer }: { jobId: string; viewer: Viewer },
): Promise<LockedJob | null> {
  const [row] = await db
    .select({
      id: jobs.id,
      kind: jobs.kind,
      subjectId: jobs.subjectId,
      userId: jobs.userId,
      status: jobs.status,
      retriable,
    })
    .from(jobs)
    .where(and(eq(jobs.id, jobId), visibleTo(viewer)))
    .for("update");
  return row ?? null;
}

const inLine = {
  status: "queued" as const,
  phase: null,
  message: null,
  runId: null,
  samples: [],
  waitingUntil: null,
  startedAt: null,
  finishedAt: null,
  updatedAt: sql`now()`,
};

/** Opens a job that ended, or starts an open one over. No run holds it until the next one begins. */
export async function reopenJob(
  db: Db,
  { jobId, message }: { jobId: string; message: string },
): Promise<void> {
  await db
    .update(jobs)
    .set({ ...inLine, done: 0, failed: 0, warnings: 0, total: null })
    .where(eq(jobs.id, jobId));
  await addJobLine(db, { jobId, message });
}

/** Adds to the newest job of a subject when it was done lately; false when there is no such job. */
export async function continueJob(
  db: Db,
  { kind, subjectId, minutes }: JobOf & { minutes: number },
): Promise<boolean> {
  const rows = await db
    .update(jobs)
    .set({ ...inLine, attempts: 0 })
    .where(
      and(
        eq(jobs.kind, kind),
        eq(jobs.subjectId, subjectId),
        inArray(jobs.status, ["done", "partial"]),
        sql`${jobs.finishedAt} > now() - make_interval(mins => ${minutes})`,
        sql`not exists (
          select 1 from jobs newer where newer.kind = jobs.kind
            and newer.subject_id = jobs.subject_id
            and (newer.created_at, newer.id) > (jobs.created_at, jobs.id)
        )`,
      ),
    )
    .returning({ id: jobs.id });
  return rows.length > 0;
}

export async function cancelJob(
  db: Db,
  { jobId, message }: { jobId: string; message: string },
): Promise<void> {
  await db
    .update(jobs)
    .set({
      status: "cancelled",
      phase: null,
      message,
      waitingUntil: null,
      samples: [],
      finishedAt: sql`now()`,
      updatedAt: sql`now()`,
    })
    .where(eq(jobs.id, jobId));
  await addJobLine(db, { jobId, message });
}

/** Notes once, in the log of each job that stands still, that nothing was heard of it. */
export async function noteSilentJobs(db: Db): Promise<number> {
  const silent = await db
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        standsStill,
        sql`not exists (
          select 1 from job_log line where line.job_id = jobs.id and line.at > jobs.updated_at
        )`,
      ),
    );
  const message = `No news for ${STILL_MINUTES} minutes. It is taken up again by itself.`;
  for (const { id } of silent) await addJobLine(db, { jobId: id, level: "warning", message });
  return silent.length;
}

const silentFor = (minutes: number) =>
  sql`greatest(${jobs.updatedAt}, ${jobs.waitingUntil}) < now() - make_interval(mins => ${minutes})`;

/** People's open jobs of a kind of which nothing was heard for a while. */
export async function listSilentJobs(
  db: Db,
  { kind, minutes, limit }: { kind: JobKind; minutes: number; limit: number },
): Promise<{ subjectId: string; userId: string }[]> {
  const rows = await db
    .select({ subjectId: jobs.subjectId, userId: jobs.userId })
    .from(jobs)
    .where(and(eq(jobs.kind, kind), openJobs, silentFor(minutes)))
    .orderBy(jobs.updatedAt)
    .limit(limit);
  return rows.flatMap(({ subjectId, userId }) => (userId ? [{ subjectId, userId }] : []));
}

/** Ends jobs of these kinds that nothing was heard of for so long that nobody can be at work on them. */
export async function endSilentJobs(
  db: Db,
  { kinds, minutes, message }: { kinds: readonly JobKind[]; minutes: number; message: string },
): Promise<number> {
  const ended = await db
    .update(jobs)
    .set({ status: "failed", message, waitingUntil: null, finishedAt: sql`now()` })
    .where(and(inArray(jobs.kind, [...kinds]), openJobs, silentFor(minutes)))
    .returning({ id: jobs.id });
  for (const { id } of ended) await addJobLine(db, { jobId: id, level: "error", message });
  return ended.length;
}

/** Forgets jobs that ended long ago, with their logs. */
export async function deleteOldJobs(db: Db, { days }: { days: number }): Promise<number> {
  const rows = await db
    .delete(jobs)
    .where(sql`${jobs.finishedAt} < now() - make_interval(days => ${days})`)
    .returning({ id: jobs.id });
  return rows.length;
}
