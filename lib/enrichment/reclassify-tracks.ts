import "server-only";
import type { Db } from "@/db/handle";
import { countFacts, listFactKeys, lockFacts } from "@/db/queries/facts-stale";
import { beginJob, finishJob, openJob } from "@/db/queries/jobs";
import { jobIsOver, reportProgress } from "@/lib/jobs/report-progress";
import { readYardsticks } from "./read-yardsticks";
import { settleRecordings } from "./settle-recordings";

const RECORDINGS_AT_ONCE = 2_000;

type Own = { userId: string };
export type LabelRun = Own & { runId: string };

const jobOf = ({ userId, runId }: LabelRun) =>
  ({ kind: "classification", subjectId: userId, runId }) as const;

/** Asks for every label of a user's to be worked out again; announce it after the commit. */
export async function requestClassification(db: Db, { userId }: Own): Promise<{ jobId: string }> {
  const title = "Labels of your tracks";
  return openJob(db, { kind: "classification", subjectId: userId, userId, title });
}

export async function beginClassification(db: Db, run: LabelRun): Promise<void> {
  await db.transaction(async (tx) => {
    await beginJob(tx, { ...jobOf(run), phase: "Working out labels" });
    await reportProgress(tx, { ...jobOf(run), left: await countFacts(tx, run) });
  });
}

/** Labels the recordings after one; answers the last, or null when there are no more. */
export async function goOnClassifying(
  db: Db,
  { after, ...run }: LabelRun & { after: string },
): Promise<{ after: string | null }> {
  const { userId } = run;
  const yardsticks = await readYardsticks(db, run);
  return db.transaction(async (tx) => {
    await lockFacts(tx, run);
    const recordingKeys = await listFactKeys(tx, { userId, after, limit: RECORDINGS_AT_ONCE });
    await settleRecordings(tx, { userId, recordingKeys, yardsticks });
    await reportProgress(tx, { ...jobOf(run), more: recordingKeys.length });
    return {
      after: recordingKeys.length < RECORDINGS_AT_ONCE ? null : (recordingKeys.at(-1) ?? null),
    };
  });
}

export async function finishClassification(db: Db, run: LabelRun): Promise<void> {
  if (!(await finishJob(db, { ...jobOf(run), status: "done" }))) throw jobIsOver();
}

/** Ends the job of a run that gave up; what it labelled stays. */
export async function failClassification(
  db: Db,
  { problem, ...run }: LabelRun & { problem: string },
): Promise<void> {
  await finishJob(db, { ...jobOf(run), status: "failed", message: problem });
}
