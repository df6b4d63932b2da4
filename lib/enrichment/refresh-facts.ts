import "server-only";
import type { Db } from "@/db/handle";
import {
  findRefresh,
  markStale,
  readMarks,
  saveMarks,
  settleRefresh,
} from "@/db/queries/facts-marks";
import { countStale, holdUser, lockFacts, takeStale } from "@/db/queries/facts-stale";
import { advanceJob, beginJob, finishJob, openJob } from "@/db/queries/jobs";
import { jobIsOver, reportProgress } from "@/lib/jobs/report-progress";
import { mapRecordings } from "./map-recordings";
import { readYardsticks } from "./read-yardsticks";
import { settleRecordings } from "./settle-recordings";

/** Fewer recordings take a moment, and no job. */
const JOB_FROM = 500;
const RECORDINGS_AT_ONCE = 2_000;
/** A step ends after so long, so that its run is heard of and can be stopped. */
const STEP_MS = 5_000;

type Own = { userId: string };
export type FactRun = Own & { runId: string };
export type BegunRefresh = FactRun & { hasJob: boolean };

const jobOf = ({ userId, runId }: FactRun) =>
  ({ kind: "facts", subjectId: userId, runId }) as const;

/**
 * Puts every recording in line of which something changed since the last refresh; the first time,
 * all of them. What was in line stays there. It is over at once when the user has left.
 */
export async function beginRefresh(db: Db, run: FactRun): Promise<BegunRefresh> {
  const { userId } = run;
  const refresh = await findRefresh(db, run);
  const { marks, now } = await readMarks(db, run);
  await mapRecordings(db, {
    userId,
    item: refresh?.marks.items ?? 0,
    matchedAt: refresh?.markedAt ?? null,
  });
  return db.transaction(async (tx) => {
    if (!(await holdUser(tx, run))) throw jobIsOver();
    await markStale(tx, { userId, refresh });
    await saveMarks(tx, { userId, marks, now });
    const stale = await countStale(tx, run);
    if (stale >= JOB_FROM) {
      const title = "What rules know of your tracks";
      await openJob(tx, { kind: "facts", subjectId: userId, userId, title });
    }
    await beginJob(tx, { ...jobOf(run), phase: "Gathering facts" });
    return { ...run, hasJob: await advanceJob(tx, { ...jobOf(run), left: stale }) };
  });
}

/** Gathers recordings from the line for some seconds. */
export async function goOnRefreshing(
  db: Db,
  run: BegunRefresh,
  { stepMs = STEP_MS }: { stepMs?: number } = {},
): Promise<{ more: boolean }> {
  const until = performance.now() + stepMs;
  const yardsticks = await readYardsticks(db, run);
  do {
    const gathered = await db.transaction(async (tx) => {
      await lockFacts(tx, run);
      const recordingKeys = await takeStale(tx, { ...run, limit: RECORDINGS_AT_ONCE });
      await settleRecordings(tx, { userId: run.userId, recordingKeys, yardsticks });
      if (run.hasJob) await reportProgress(tx, { ...jobOf(run), more: recordingKeys.length });
      return recordingKeys.length;
    });
    if (gathered < RECORDINGS_AT_ONCE) return { more: false };
  } while (performance.now() < until);
  return { more: true };
}

/** From now on the facts are as of the moment when their changes were looked for. */
export async function finishRefresh(db: Db, run: BegunRefresh): Promise<void> {
  await db.transaction(async (tx) => {
    await settleRefresh(tx, run);
    if (run.hasJob && !(await finishJob(tx, { ...jobOf(run), status: "done" }))) throw jobIsOver();
  });
}

/** Ends the job of a refresh that gave up; what is still in line stays there. */
export async function failRefresh(
  db: Db,
  { problem, ...run }: FactRun & { problem: string },
): Promise<void> {
  await finishJob(db, { ...jobOf(run), status: "failed", message: problem });
}

/** Of which moment a user's facts are, and how many recordings are known to have changed since. */
export async function readFactsState(
  db: Db,
  own: Own,
): Promise<{ asOf: string | null; stale: number }> {
  const refresh = await findRefresh(db, own);
  return { asOf: refresh?.asOf?.toISOString() ?? null, stale: await countStale(db, own) };
}
