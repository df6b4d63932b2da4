import "server-only";
import type { Db } from "@/db/handle";
import { countCollection, endCollection } from "@/db/queries/collections";
import { finishJob } from "@/db/queries/jobs";
import { jobIsOver } from "@/lib/jobs/report-progress";
import { settle } from "./settle";

/** Proves what arrived against what Beatport counts, and ends the collection with the verdict. */
export async function settleCollection(
  db: Db,
  { collectionId, runId }: { collectionId: string; runId: string },
) {
  return db.transaction(async (tx) => {
    const counts = await countCollection(tx, { collectionId });
    if (!counts) throw new Error("A collection vanished while it was settled.");

    const { status, problem } = settle(counts);
    const { received: fetched, stored, invalid } = counts;
    const isOurs = await finishJob(tx, {
      kind: "collection",
      subjectId: collectionId,
      runId,
      status: status === "complete" ? "done" : "partial",
      message: problem ?? `All ${stored} tracks of the week are here.`,
      done: stored,
      failed: invalid,
    });
    if (!isOurs) throw jobIsOver();
    await endCollection(tx, { collectionId, status, problem, fetched, stored, invalid });
    return { status, ...counts };
  });
}

/** Ends a collection whose run gave up; what it stored stays and the next one starts over. */
export async function failCollection(
  db: Db,
  { collectionId, runId, problem }: { collectionId: string; runId: string; problem: string },
) {
  await db.transaction(async (tx) => {
    const isOurs = await finishJob(tx, {
      kind: "collection",
      subjectId: collectionId,
      runId,
      status: "failed",
      message: problem,
    });
    if (isOurs) await endCollection(tx, { collectionId, status: "failed", problem });
  });
}
