import "server-only";
import type { Db } from "@/db/handle";
import { finishJob } from "@/db/queries/jobs";
import { endSync, listSyncParts, type OwnSync, scheduleFullSync } from "@/db/queries/sync-runs";
import { jobIsOver } from "@/lib/jobs/report-progress";
import type { Sync } from "./begin-sync";
import { partWords } from "./part-words";
import { settleSync } from "./settle-sync";

/** Ends a sync with the verdict of its parts. */
export async function finishSync(db: Db, sync: Sync) {
  const { syncId, userId, runId, connectionId } = sync;
  return db.transaction(async (tx) => {
    const parts = await listSyncParts(tx, sync);
    const outcome = settleSync(parts, sync.provider);
    const { status, stored, missing } = outcome;
    const isOurs = await finishJob(tx, {
      kind: "sync",
      subjectId: syncId,
      runId,
      status: status === "complete" ? "done" : status,
      message: outcome.message,
      done: stored,
      failed: missing,
    });
    if (!isOurs) throw jobIsOver();
    await endSync(tx, { syncId, userId, status });
    if (status === "complete" && sync.mode === "full") await scheduleFullSync(tx, { connectionId });
    return {
      status,
      stored,
      parts: parts.map(({ part, status }) => `${partWords(part, sync.provider)}: ${status}`),
    };
  });
}

/** Ends a sync whose run gave up; every list that was read whole stays. */
export async function failSync(
  db: Db,
  { runId, problem, ...sync }: OwnSync & { runId: string; problem: string },
) {
  await db.transaction(async (tx) => {
    const isOurs = await finishJob(tx, {
      kind: "sync",
      subjectId: sync.syncId,
      runId,
      status: "failed",
      message: problem,
    });
    if (isOurs) await endSync(tx, { ...sync, status: "failed" });
  });
}
