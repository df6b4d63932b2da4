import "server-only";
import type { Db } from "@/db/handle";
import { countCollection, endCollection } from "@/db/queries/collections";
import { finishJob } from "@/db/queries/jobs";
import { settle } from "./settle";

/** Proves what arrived against what Beatport counts, and ends the collection with the verdict. */
export async function settleCollection(db: Db, { collectionId }: { collectionId: string }) {
  return db.transaction(async (tx) => {
    const counts = await countCollection(tx, { collectionId });
    if (!counts) throw new Error("A collection vanished while it was settled.");

    const { status, problem } = settle(counts);
    const { received: fetched, stored, invalid } = counts;
    await endCollection(tx, { collectionId, status, problem, fetched, stored, invalid });
    await finishJob(tx, {
      kind: "collection",
      subjectId: collectionId,
      status: status === "complete" ? "done" : "partial",
      message: problem,
      done: stored,
      failed: invalid,
    });
    return { status, ...counts };
  });
}

/** Ends a collection whose run gave up; what it stored stays and the next one starts over. */
export async function failCollection(
  db: Db,
  { collectionId, problem }: { collectionId: string; problem: string },
) {
  await db.transaction(async (tx) => {
    await endCollection(tx, { collectionId, status: "failed", problem });
    await finishJob(tx, {
      kind: "collection",
      subjectId: collectionId,
      status: "failed",
      message: problem,
    });
  });
}
