import "server-only";
import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { jobs } from "@/db/schema/work";
import type { JobKind, JobStatus } from "@/lib/jobs/status";
import { addJobLine, type JobLine } from "./job-log";

const SAMPLES_KEPT = 24;

export const openJobs = inArray(jobs.status, ["queued", "running", "waiting"]);

/** A subject has at most one open job of a kind. */
export type JobOf = { kind: JobKind; subjectId: string };
const ofSubject = ({ kind, subjectId }: JobOf) =>
  and(eq(jobs.kind, kind), eq(jobs.subjectId, subjectId), openJobs);

/** An open job as its run knows it. Once it ended, or another run began it, nothing is reported. */
export type HeldJob = JobOf & { runId: string };
const heldBy = ({ runId, ...job }: HeldJob) => and(ofSubject(job), eq(jobs.runId, runId));

/** Opens the job of a subject, or finds it open. Call it with the transaction that holds the work. */
export async function openJob(
  db: Db,
  args: JobOf & { title: string; userId?: string | null; total?: number | null },
): Promise<{ jobId: string }> {
  const [job] = await db
    .insert(jobs)
    .values(args)
    .onConflictDoUpdate({
      target: [jobs.kind, jobs.subjectId],
      targetWhere: sql`${jobs.status} in ('queued', 'running', 'waiting')`,
      set: { title: args.title, total: args.total, updatedAt: sql`now()` },
    })
    .returning({ id: jobs.id, isNew: sql<boolean>`xmax = 0` });
  if (!job) throw new Error("an insert of a job returned no row");
  if (job.isNew) await addJobLine(db, { jobId: job.id, message: "Asked for." });
  return { jobId: job.id };
}

/** A run takes up the open job of its subject: from now on only this run reports to it. */
export async function beginJob(
  db: Db,
  { runId, phase, ...job }: HeldJob & { phase: string },
): Promise<void> {
  const [before] = await db
    .select({ id: jobs.id, runId: jobs.runId, attempts: jobs.attempts })
    .from(jobs)
    .where(ofSubject(job))
    .for("update");
  if (!before) return;
  const isNew = before.runId !== runId;
  const attempts = isNew ? before.attempts + 1 : before.attempts;
  await db
    .update(jobs)
    .set({ ...goingOn, runId, phase, attempts, samples: [] })
    .where(eq(jobs.id, before.id));
  if (!isNew) return;
  const message = attempts === 1 ? "Begun." : `Taken up again, for the ${ordinal(attempts)} time.`;
  await addJobLine(db, { jobId: before.id, message, details: { run: runId } });
}

const rules = new Intl.PluralRules("en", { type: "ordinal" });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const ordinal = (number: number) => `${number}${endings[rules.select(number)] ?? "th"}`;

const goingOn = {
  status: "running" as const,
  message: null,
  waitingUntil: null,
  startedAt: sql`coalesce(${jobs.startedAt}, now())`,
  updatedAt: sql`now()`,
};

export type Progress = {
  phase?: string;
  done?: number | SQL;
  /** In place of `done`: so much more. */
  more?: number;
  failed?: number;
  total?: number | SQL;
  /** In place of `total`: so much is left. */
  left?: number;
};

/**
 * Reports progress; a job that waited runs again, and `done` never falls. What is left out stays as
 * it was. It is a query that answers the job's id: await it, or make it part of the statement that
 * stores the data.
 */
export function updateProgress(db: Db, progress: Progress, held: HeldJob) {
  const { more, left, phase, failed } = progress;
  const done = more === undefined ? progress.done : sql`${jobs.done} + ${more}::int`;
  const total = left === undefined ? progress.total : sql`${jobs.done} + ${left}::int`;
  return db
    .update(jobs)
    .set({
      ...goingOn,
      phase,
      failed,
      total,
      ...(done === undefined ? {} : { done: risen(done), samples: sampled(done) }),
    })
    .where(heldBy(held))
    .returning({ id: jobs.id });
}

const risen = (done: number | SQL) => sql<number>`greatest(${jobs.done}, ${done}::int)`;

const sampled = (done: number | SQL) => sql`
  jsonb_path_query_array(${jobs.samples}, ${`$[last - ${SAMPLES_KEPT - 2} to last]`}::jsonpath)
  || jsonb_build_array(jsonb_build_array(
    floor(extract(epoch from clock_timestamp()) * 1000), ${risen(done)}
  ))`;

/** Reports progress and what happened. False when the job is no longer this run's. */
export async function advanceJob(
  db: Db,
  { line, kind, subjectId, runId, ...progress }: HeldJob & Progress & { line?: JobLine },
): Promise<boolean> {
  const [job] = await updateProgress(db, progress, { kind, subjectId, runId });
  if (job && line) await addJobLine(db, { jobId: job.id, ...line });
  return job !== undefined;
}

/** Adds a line without progress; the job is heard of all the same. */
export async function tellJob(
  db: Db,
  { message, level, details, ...held }: HeldJob & JobLine,
): Promise<void> {
  const [job] = await db
    .update(jobs)
    .set({ updatedAt: sql`now()` })
    .where(heldBy(held))
    .returning({ id: jobs.id });
  if (job) await addJobLine(db, { jobId: job.id, message, level, details });
}

/** The job waits for a provider. False when it is no longer this run's. */
export async function waitJob(
  db: Db,
  { until, message, ...held }: HeldJob & { until: Date; message: string },
): Promise<boolean> {
  const [job] = await db
    .update(jobs)
    .set({
      status: "waiting",
      waitingUntil: until,
      message,
      samples: [],
      updatedAt: sql`now()`,
    })
    .where(heldBy(held))
    .returning({ id: jobs.id });
  if (!job) return false;
  const details = { until: until.toISOString() };
  await addJobLine(db, { jobId: job.id, level: "warning", message, details });
  return true;
}

const endLevels = { done: "info", partial: "warning", failed: "error" } as const;

/** Ends the job, or finds that this run ended it so before. False when it is no longer this run's. */
export async function finishJob(
  db: Db,
  {
    kind,
    subjectId,
    runId,
    ...end
  }: HeldJob & {
    status: keyof typeof endLevels;
    message?: string | null;
    done?: number;
    failed?: number;
  },
): Promise<boolean> {
  const [job] = await db
    .update(jobs)
    .set({
      ...end,
      phase: null,
      waitingUntil: null,
      samples: [],
      finishedAt: sql`now()`,
      updatedAt: sql`now()`,
    })
    .where(heldBy({ kind, subjectId, runId }))
    .returning({ id: jobs.id });
  if (!job) return isEndedBy(db, { kind, subjectId, runId, status: end.status });
  const message = end.message ?? "Done.";
  await addJobLine(db, { jobId: job.id, level: endLevels[end.status], message });
  return true;
}

async function isEndedBy(
  db: Db,
  { kind, subjectId, runId, status }: HeldJob & { status: JobStatus },
): Promise<boolean> {
  const [job] = await db
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.kind, kind),
        eq(jobs.subjectId, subjectId),
        eq(jobs.runId, runId),
        eq(jobs.status, status),
      ),
    );
  return job !== undefined;
}
