import "server-only";
import type { Db } from "@/db/handle";
import { findCollectedWeek } from "@/db/queries/collections";
import { finishJob } from "@/db/queries/jobs";
import { countWeekMatches, putOffWeekMatches } from "@/db/queries/matches";
import { datesOf } from "@/lib/curation/week";
import { jobIsOver } from "@/lib/jobs/report-progress";
import type { Matching } from "./open-matching";

const PUT_OFF_MINUTES = 30;

/** Ends a run and tells what came of the week's tracks. */
export async function finishMatching(
  db: Db,
  { collectionId, matching }: { collectionId: string; matching: Matching },
) {
  return db.transaction(async (tx) => {
    const { found, review, missing, pending } = await countWeekMatches(tx, matching.week);
    const words = [`${found} found`, `${review} to review`, `${missing} not on Spotify`];
    if (pending > 0) words.push(`${pending} to be asked for again`);
    const isOurs = await finishJob(tx, {
      kind: "matching",
      subjectId: collectionId,
      runId: matching.runId,
      status: pending > 0 ? "partial" : "done",
      message: `${words.join(", ")}.`,
      failed: pending,
    });
    if (!isOurs) throw jobIsOver();
    return { found, review, missing, pending };
  });
}

/** Ends a run that gave up: what is open stays open and is tried again later. */
export async function failMatching(
  db: Db,
  { collectionId, runId, problem }: { collectionId: string; runId: string; problem: string },
) {
  const collected = await findCollectedWeek(db, { collectionId });
  if (!collected) return;
  await db.transaction(async (tx) => {
    const isOurs = await finishJob(tx, {
      kind: "matching",
      subjectId: collectionId,
      runId,
      status: "failed",
      message: `${problem} Tried again in ${PUT_OFF_MINUTES} minutes.`,
    });
    if (!isOurs) return;
    const week = { styleId: collected.styleId, ...datesOf(collected) };
    await putOffWeekMatches(tx, { ...week, minutes: PUT_OFF_MINUTES });
  });
}
