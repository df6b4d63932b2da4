import "server-only";
import type { Db } from "@/db/handle";
import { endSync, type OwnSync, reopenSync } from "@/db/queries/sync-runs";
import { AppError } from "@/lib/errors";

/** Ends an open sync by hand; every list that was read whole stays. */
export async function stopSync(db: Db, sync: OwnSync): Promise<void> {
  await endSync(db, { ...sync, status: "cancelled" });
}

/** Lets a sync that ended with something left read those parts again. */
export async function resumeSync(db: Db, sync: OwnSync): Promise<void> {
  const resumed = await reopenSync(db, sync);
  if (!resumed) {
    throw new AppError("CONFLICT", "A newer sync of this library was begun since.");
  }
}
