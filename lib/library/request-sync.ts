import "server-only";
import type { Db } from "@/db/handle";
import { openJob } from "@/db/queries/jobs";
import { insertSync, lockLibrary, scheduleSync } from "@/db/queries/sync-runs";
import { type PersonalProvider, providerName } from "@/lib/connections/provider";
import { AppError } from "@/lib/errors";
import { libraryParts, type SyncMode, type SyncTrigger } from "./part";
import { libraryOf } from "./provider-libraries";

type Wish = {
  userId: string;
  provider: PersonalProvider;
  trigger: SyncTrigger;
  /** Reads everything, or only what can have changed; without it the schedule decides. */
  mode?: SyncMode;
};

/**
 * Asks for a user's library to be read. `announce` says that `library/sync.requested` must be sent
 * once the transaction is committed; it is false when the library is on its way already. Signing in
 * asks for nothing when the library was read within the hour: then there is no `syncId`.
 */
export async function requestSync(
  db: Db,
  { userId, provider, trigger, mode }: Wish,
): Promise<{ syncId: string | null; announce: boolean }> {
  const offered = libraryOf(provider).subjects;
  const parts = libraryParts.filter((part) => offered[part]);
  return db.transaction(async (tx) => {
    const library = await lockLibrary(tx, { userId, provider });
    const name = providerName(provider);
    if (!library) throw new AppError("NOT_FOUND", `Connect ${name} to read its library.`);
    if (library.status !== "active") {
      throw new AppError("RECONNECT", `${name} is disconnected. Reconnect it.`);
    }
    if (library.openSyncId) return { syncId: library.openSyncId, announce: false };
    if (trigger === "connect" && library.wasReadLately) return { syncId: null, announce: false };

    const { connectionId } = library;
    const dueMode = library.isFullDue ? "full" : "incremental";
    const run = { userId, connectionId, provider, trigger, mode: mode ?? dueMode };
    const syncId = await insertSync(tx, { ...run, parts });
    await scheduleSync(tx, { connectionId });
    await openJob(tx, { kind: "sync", subjectId: syncId, userId, title: `${name} library` });
    return { syncId, announce: true };
  });
}
