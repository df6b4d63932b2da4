import "server-only";
import type { Db } from "@/db/handle";
import { requeueCollection } from "@/db/queries/collections";
import { type LockedJob, reopenJob } from "@/db/queries/jobs-control";
import type { Viewer } from "@/db/queries/jobs-list";
import { resumeImport } from "@/lib/history/stop-import";
import { resumeSync } from "@/lib/library/stop-sync";
import { hastenMatching } from "@/lib/matching/stop-matching";
import { resumeMirror } from "@/lib/mirrors/halt-mirror";
import { resumePlan } from "@/lib/playlists/halt-plan";
import { resumeSource } from "@/lib/sources/finish-fetch";
import { lockOwnJob } from "./lock-own-job";
import { isOpenStatus } from "./status";

/**
 * Lets a job that ended with something left, or that stands still, start again. Answers what to
 * announce; null when it is on its way already or nothing is left. `wasOpen` says that a run may
 * still hold it.
 */
export async function retryJob(
  db: Db,
  { jobId, viewer }: { jobId: string; viewer: Viewer },
): Promise<{ job: LockedJob; wasOpen: boolean } | null> {
  return db.transaction(async (tx) => {
    const job = await lockOwnJob(tx, { jobId, viewer });
    if (!job.retriable) return null;
    await reopenJob(tx, { jobId, message: "Tried again by hand." });
    await reopenSubject(tx, job);
    return { job, wasOpen: isOpenStatus(job.status) };
  });
}

async function reopenSubject(db: Db, { kind, subjectId, userId }: LockedJob): Promise<void> {
  switch (kind) {
    case "collection":
      return requeueCollection(db, { collectionId: subjectId });
    case "import":
      if (userId) await resumeImport(db, { importId: subjectId, userId });
      return;
    case "matching":
      return hastenMatching(db, { collectionId: subjectId });
    case "mirror":
      if (userId) await resumeMirror(db, { mirrorId: subjectId, userId });
      return;
    case "playlist":
      if (userId) await resumePlan(db, { planId: subjectId, userId });
      return;
    case "source":
      if (userId) await resumeSource(db, { sourceId: subjectId, userId });
      return;
    case "sync":
      if (userId) await resumeSync(db, { syncId: subjectId, userId });
      return;
    case "classification":
    case "enrichment":
    case "facts":
    case "recount":
    case "styles":
      return;
  }
}
