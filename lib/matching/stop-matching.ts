import "server-only";
import type { Db } from "@/db/handle";
import { findCollectedWeek } from "@/db/queries/collections";
import { makeWeekMatchesDue, releaseWeekMatches } from "@/db/queries/matches";
import { datesOf } from "@/lib/curation/week";

type Of = { collectionId: string };

/** Gives back what a run had taken up; every track that was not settled stays open. */
export async function stopMatching(db: Db, { collectionId }: Of): Promise<void> {
  const collected = await findCollectedWeek(db, { collectionId });
  if (!collected) return;
  await releaseWeekMatches(db, { styleId: collected.styleId, ...datesOf(collected) });
}

/** Lets the next run ask at once for all that is open, whatever it was put off to. */
export async function hastenMatching(db: Db, { collectionId }: Of): Promise<void> {
  const collected = await findCollectedWeek(db, { collectionId });
  if (!collected) return;
  await makeWeekMatchesDue(db, { styleId: collected.styleId, ...datesOf(collected) });
}
