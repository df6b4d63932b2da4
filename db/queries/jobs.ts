import "server-only";
import { and, desc, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { jobs } from "@/db/schema/work";
import type { JobView } from "@/lib/jobs/job-view";
import type { JobKind } from "@/lib/jobs/status";

const RECENT_MINUTES = 10;
const MOST_SHOWN = 50;

const open = inArray(jobs.status, ["queued", "running", "waiting"]);

/** A subject has at most one open job of a kind. */
type JobOf = { kind: JobKind; subjectId: string };
const ofSubject = ({ kind, subjectId }: JobOf) =>
  and(eq(jobs.kind, kind), eq(jobs.subjectId, subjectId), open);

/** Opens the job of a subject, or finds it open. Call it with the transaction that holds the work. */
export async function openJob(
  db: Db,
  args: JobOf & { title: string; userId?: string | null; total?: number | null },
): Promise<void> {
  await db
    .insert(jobs)
    .values(args)
    .onConflictDoUpdate({
      target: [jobs.kind, jobs.subjectId],
      targetWhere: sql`${jobs.status} in ('queued', 'running', 'waiting')`,
      set: { title: args.title, total: args.total, updatedAt: sql`now()` },
    });
}

type Progress = {
  phase?: string;
  done?: number | SQL;
  failed?: number;
  total?: number | SQL;
};

/**
 * Reports progress; a job that waited runs again. What is left out stays as it was. It is a query:
 * await it, or make it part of the statement that stores the data.
 */
export function advanceJob(db: Db, { kind, subjectId, ...progress }: JobOf & Progress) {
  return db
    .update(jobs)
    .set({
      ...progress,
      status: "running",
      message: null,
      waitingUntil: null,
      startedAt: sql`coalesce(${jobs.startedAt}, now())`,
      updatedAt: sql`now()`,
    })
    .where(ofSubject({ kind, subjectId }));
}

export async function waitJob(
  db: Db,
  { until, message, ...job }: JobOf & { until: Date; message: string },
): Promise<void> {
  await db
    .update(jobs)
    .set({ status: "waiting", waitingUntil: until, message, updatedAt: sql`now()` })
    .where(ofSubject(job));
}

export async function finishJob(
  db: Db,
  {
    kind,
    subjectId,
    ...end
  }: JobOf & {
    status: "done" | "partial" | "failed" | "cancelled";
    message?: string | null;
    done?: number;
    failed?: number;
  },
): Promise<void> {
  await db
    .update(jobs)
    .set({
      ...end,
      phase: null,
      waitingUntil: null,
      finishedAt: sql`now()`,
      updatedAt: sql`now()`,
    })
    .where(ofSubject({ kind, subjectId }));
}

/** What a person may watch: their own and shared work that is open or ended minutes ago, newest first. */
export async function listVisibleJobs(db: Db, { userId }: { userId: string }): Promise<JobView[]> {
  const rows = await db
    .select({
      id: jobs.id,
      kind: jobs.kind,
      title: jobs.title,
      status: jobs.status,
      phase: jobs.phase,
      message: jobs.message,
      total: jobs.total,
      done: jobs.done,
      failed: jobs.failed,
      waitingUntil: jobs.waitingUntil,
      startedAt: jobs.startedAt,
      finishedAt: jobs.finishedAt,
      updatedAt: jobs.updatedAt,
    })
    .from(jobs)
    .where(
      and(
        or(eq(jobs.userId, userId), isNull(jobs.userId)),
        or(open, gt(jobs.finishedAt, sql`now() - make_interval(mins => ${RECENT_MINUTES})`)),
      ),
    )
    .orderBy(desc(jobs.createdAt), desc(jobs.id))
    .limit(MOST_SHOWN);

  return rows.map((row) => ({
    ...row,
    waitingUntil: row.waitingUntil?.toISOString() ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    finishedAt: row.finishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  }));
}
