import "server-only";
import type { Db } from "@/db/handle";
import { findReading, isSyncOver } from "@/db/queries/sources-subjects";
import { AppError } from "@/lib/errors";
import { reportProgress } from "@/lib/jobs/report-progress";
import { requestSync } from "@/lib/library/request-sync";
import { type Fetch, jobOf } from "./begin-fetch";
import { pauseAfter } from "./pause-after";
import { isOfLibrary, partOf } from "./source";

const MINUTE_MS = 60_000;
/** Half an hour: a sync that waits longer holds up no source. */
const MOST_LOOKS = 36;

/** A sync that a fetch waits for; it is to be announced unless it was on its way already. */
type Awaited = { syncId: string; userId: string; announce: boolean; lookAt: string };

/**
 * Asks for the library to be read when it is older than the source may be. Null when it is fresh, or
 * when it cannot be read now and what is known has to do.
 */
export async function freshenLibrary(db: Db, fetch: Fetch, now: Date): Promise<Awaited | null> {
  const { kind, userId, connectionId, provider, maxAgeMinutes } = fetch;
  if (!isOfLibrary(kind) || !connectionId || !provider) return null;
  const reading = await findReading(db, { userId, connectionId, part: partOf[kind] });
  if (!reading) throw new AppError("NOT_FOUND", "That library is no longer connected.");
  const { isActive, readAt } = reading;
  const isFresh = readAt && now.getTime() - readAt.getTime() <= maxAgeMinutes * MINUTE_MS;
  if (isFresh || (readAt && !isActive)) return null;

  return db.transaction(async (tx) => {
    const { syncId, announce } = await requestSync(tx, { userId, provider, trigger: "manual" });
    if (!syncId) return null;
    await reportProgress(tx, { ...jobOf(fetch), phase: "Waiting until the library is read" });
    return { syncId, userId, announce, lookAt: pauseAfter(1, now) };
  });
}

/** When to look again whether the sync is over; null when there is nothing more to wait for. */
export async function lookAtSync(
  db: Db,
  fetch: Fetch,
  { syncId, looks, now }: { syncId: string; looks: number; now: Date },
): Promise<string | null> {
  const isOver = await isSyncOver(db, { syncId, userId: fetch.userId });
  await reportProgress(db, jobOf(fetch));
  return isOver || looks >= MOST_LOOKS ? null : pauseAfter(looks + 1, now);
}
