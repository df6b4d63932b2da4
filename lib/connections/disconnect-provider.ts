import "server-only";
import type { Db } from "@/db/handle";
import { lockConnection } from "@/db/queries/connections";
import { dropTokens, insertErasure } from "@/db/queries/erasures";
import type { LockedJob } from "@/db/queries/jobs-control";
import type { Viewer } from "@/db/queries/jobs-list";
import { listJobsOfConnection } from "@/db/queries/owned-rows";
import { AppError } from "@/lib/errors";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { type PersonalProvider, providerName } from "./provider";

/**
 * Gives a connection up: its tokens are gone at once and its work has stopped. What it brought is
 * erased by `eraseConnection`. Answers the jobs that were stopped, and the erasure's id.
 */
export async function disconnectProvider(
  db: Db,
  { viewer, provider }: { viewer: Viewer; provider: PersonalProvider },
): Promise<{ erasureId: string; stopped: LockedJob[] }> {
  const userId = viewer.id;
  return db.transaction(async (tx) => {
    const connection = await lockConnection(tx, { userId, provider });
    if (!connection || connection.status === "disconnected") {
      throw new AppError("NOT_FOUND", `${providerName(provider)} is not connected.`);
    }
    const owned = { connectionId: connection.id, userId };
    await dropTokens(tx, owned);
    const erasureId = await insertErasure(tx, { userId, scope: "connection", provider });
    const stopped: LockedJob[] = [];
    for (const { id: jobId, isOpen } of await listJobsOfConnection(tx, { ...owned, provider })) {
      const job = isOpen ? await cancelJob(tx, { jobId, viewer }) : null;
      if (job) stopped.push(job);
    }
    return { erasureId, stopped };
  });
}
