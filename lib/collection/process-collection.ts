import "server-only";
import type { Db } from "@/db/handle";
import { PAYLOADS_PER_BATCH, processRaw } from "@/lib/catalog/process-raw";
import { reportProgress } from "@/lib/jobs/report-progress";

/** Turns a batch of what was read into catalogue; `more` says that another may wait. */
export async function processCollection(
  db: Db,
  { collectionId, runId }: { collectionId: string; runId: string },
): Promise<{ read: number; invalid: number; more: boolean }> {
  return db.transaction(async (tx) => {
    const { read, invalid } = await processRaw(tx, { collectionId });
    await reportProgress(tx, {
      kind: "collection",
      subjectId: collectionId,
      runId,
      phase: "Building the catalogue",
      line: {
        level: invalid > 0 ? "warning" : "info",
        message: `${read} of what was read went into the catalogue${asideOf(invalid)}.`,
      },
    });
    return { read, invalid, more: read === PAYLOADS_PER_BATCH };
  });
}

const asideOf = (invalid: number) =>
  invalid === 0 ? "" : `; of these ${invalid} could not be read and are kept aside`;
