import "server-only";
import type { Db } from "@/db/handle";
import { listDueLibraries } from "@/db/queries/sync-due";
import { hasLibrary } from "./provider-libraries";
import { requestSync } from "./request-sync";

/** Asks for every library whose time has come; answers the syncs to announce. */
export async function requestDueSyncs(
  db: Db,
  { limit }: { limit: number },
): Promise<{ syncId: string; userId: string }[]> {
  const due = await listDueLibraries(db, { limit });
  const requested: { syncId: string; userId: string }[] = [];
  for (const { userId, provider } of due) {
    if (!hasLibrary(provider)) continue;
    const { syncId, announce } = await requestSync(db, { userId, provider, trigger: "schedule" });
    if (syncId && announce) requested.push({ syncId, userId });
  }
  return requested;
}
