import "server-only";
import type { Db } from "@/db/handle";
import { beginJob } from "@/db/queries/jobs";
import { planLists } from "@/db/queries/sync-lists";
import { refusePart } from "@/db/queries/sync-parts";
import {
  listSyncParts,
  lockOpenSync,
  markSyncRunning,
  type OpenSync,
} from "@/db/queries/sync-runs";
import { libraryOf } from "./provider-libraries";

/** What a run of a sync knows all along. */
export type Sync = OpenSync & { syncId: string; userId: string; runId: string };

/**
 * Takes up a sync that is open: a new one plans the first page of every list, one that broke off goes
 * on with the pages it had not read. Null when there is nothing to do.
 */
export async function beginSync(
  db: Db,
  { runId, ...own }: { syncId: string; userId: string; runId: string },
): Promise<Sync | null> {
  return db.transaction(async (tx) => {
    const open = await lockOpenSync(tx, own);
    if (!open) return null;
    const { syncId, userId } = own;
    await markSyncRunning(tx, own);
    await beginJob(tx, { kind: "sync", subjectId: syncId, runId, phase: "Reading the library" });

    const { connectionId } = open;
    const { subjects, withheld } = libraryOf(open.provider);
    for (const { part, status } of await listSyncParts(tx, own)) {
      if (status === "complete") continue;
      const problem = withheld(part, open.scopes);
      if (problem) {
        await refusePart(tx, { syncId, part, problem });
        continue;
      }
      const lists = (subjects[part] ?? []).map((subject) => ({ subject, version: null }));
      await planLists(tx, { syncId, connectionId, part, lists });
    }
    return { ...open, syncId, userId, runId };
  });
}
