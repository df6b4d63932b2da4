import "server-only";
import type { Db } from "@/db/handle";
import { findRefresh, readMarks } from "@/db/queries/facts-marks";
import { pauseAfter } from "@/lib/sources/pause-after";

/** A quarter of an hour. */
const MOST_LOOKS = 30;

/** The moment of which facts must be to know what was fetched, and when to look whether they are. */
export async function awaitFacts(
  db: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<{ since: string; lookAt: string }> {
  // What facts are of is said by the database's clock.
  const { now: since } = await readMarks(db, { userId });
  return { since: since.toISOString(), lookAt: pauseAfter(1, now) };
}

/** When to look again whether facts are of a moment; null when there is nothing more to wait for. */
export async function lookAtFacts(
  db: Db,
  { looks, now, ...wanted }: { userId: string; since: string; looks: number; now: Date },
): Promise<string | null> {
  const isOver = looks >= MOST_LOOKS || (await areFactsOf(db, wanted));
  return isOver ? null : pauseAfter(looks + 1, now);
}

/** Whether facts know all that had happened by a moment. */
export async function areFactsOf(
  db: Db,
  { userId, since }: { userId: string; since: string },
): Promise<boolean> {
  const refresh = await findRefresh(db, { userId });
  return refresh?.asOf ? refresh.asOf >= new Date(since) : false;
}
