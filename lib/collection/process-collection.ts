import "server-only";
import type { Db } from "@/db/handle";
import { advanceJob } from "@/db/queries/jobs";
import { PAYLOADS_PER_BATCH, processRaw } from "@/lib/catalog/process-raw";

/** Turns a batch of what was read into catalogue; `more` says that another may wait. */
export async function processCollection(
  db: Db,
  { collectionId }: { collectionId: string },
): Promise<{ read: number; invalid: number; more: boolean }> {
  return db.transaction(async (tx) => {
    const { read, invalid } = await processRaw(tx, { collectionId });
    await advanceJob(tx, {
      kind: "collection",
      subjectId: collectionId,
      phase: "Building the catalogue",
    });
    return { read, invalid, more: read === PAYLOADS_PER_BATCH };
  });
}
