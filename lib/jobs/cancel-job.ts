import "server-only";
import type { Db } from "@/db/handle";
import { cancelJob as endJob, type LockedJob } from "@/db/queries/jobs-control";
import type { Viewer } from "@/db/queries/jobs-list";
import { stopCollection } from "@/lib/collection/stop-collection";
import { stopImport } from "@/lib/history/stop-import";
import { stopSync } from "@/lib/library/stop-sync";
import { stopMatching } from "@/lib/matching/stop-matching";
import { stopMirror } from "@/lib/mirrors/halt-mirror";
import { stopPlan } from "@/lib/playlists/halt-plan";
import { stopEnrichment } from "@/lib/sources/finish-enrichment";
import { stopSource } from "@/lib/sources/finish-fetch";
import { lockOwnJob } from "./lock-own-job";
import { isOpenStatus } from "./status";

/**
 * Stops a job at once: its run may report nothing more, and what it stored stays. Answers the job to
 * announce; null when it had ended already.
 */
export async function cancelJob(
  db: Db,
  { jobId, viewer }: { jobId: string; viewer: Viewer },
): Promise<LockedJob | null> {
  return db.transaction(async (tx) => {
    const job = await lockOwnJob(tx, { jobId, viewer });
    if (!isOpenStatus(job.status)) return null;
    await endJob(tx, { jobId, message: "Stopped by hand. What it stored is kept." });
    await stopSubject(tx, job);
    return job;
  });
}

/** Keeps the sweeps from taking up again what a person stopped. */
async function stopSubject(db: Db, { kind, subjectId, userId }: LockedJob): Promise<void> {
  switch (kind) {
    case "collection":
      return stopCollection(db, { collectionId: subjectId });
    case "import":
      if (userId) await stopImport(db, { importId: subjectId, userId });
      return;
    case "matching":
      return stopMatching(db, { collectionId: subjectId });
    case "mirror":
      if (userId) await stopMirror(db, { mirrorId: subjectId, userId });
      return;
    case "playlist":
      if (userId) await stopPlan(db, { planId: subjectId, userId });
      return;
    case "enrichment":
      if (userId) await stopEnrichment(db, { sourceId: subjectId, userId });
      return;
    case "source":
      if (userId) await stopSource(db, { sourceId: subjectId, userId });
      return;
    case "sync":
      if (userId) await stopSync(db, { syncId: subjectId, userId });
      return;
    case "classification":
    case "facts":
    case "recount":
    case "styles":
      return;
  }
}
