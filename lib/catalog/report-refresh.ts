import "server-only";
import type { Db } from "@/db/handle";
import { beginJob, finishJob, type HeldJob, openJob } from "@/db/queries/jobs";
import { STYLES_SUBJECT } from "@/lib/jobs/status";

export const refreshJob = (runId: string): HeldJob => ({
  kind: "styles",
  subjectId: STYLES_SUBJECT,
  runId,
});

export async function beginRefresh(db: Db, { runId }: { runId: string }): Promise<void> {
  const { kind, subjectId } = refreshJob(runId);
  await db.transaction(async (tx) => {
    await openJob(tx, { kind, subjectId, title: "Styles of Beatport" });
    await beginJob(tx, { kind, subjectId, runId, phase: "Reading Beatport's genres" });
  });
}

export const finishRefresh = (db: Db, { runId, genres }: { runId: string; genres: number }) =>
  finishJob(db, { ...refreshJob(runId), status: "done", message: `${genres} styles are known.` });

export const failRefresh = (db: Db, { runId, problem }: { runId: string; problem: string }) =>
  finishJob(db, { ...refreshJob(runId), status: "failed", message: problem });
