import "server-only";
import type { Db } from "@/db/handle";
import { findCollectedWeek } from "@/db/queries/collections";
import { advanceJob, openJob } from "@/db/queries/jobs";
import { countWeekMatches, openWeekMatches, type WeekOfTracks } from "@/db/queries/matches";
import { datesOf, formatWeek } from "@/lib/curation/week";

/** What a run settles; `total` is how many matches were open when it began. */
export type Matching = { week: WeekOfTracks; total: number };

/** Opens a match for each track of the week that needs one. Null when there is nothing to look for. */
export async function openMatching(
  db: Db,
  { collectionId }: { collectionId: string },
): Promise<Matching | null> {
  const collected = await findCollectedWeek(db, { collectionId });
  if (!collected) return null;
  const week = { styleId: collected.styleId, ...datesOf(collected) };

  return db.transaction(async (tx) => {
    await openWeekMatches(tx, week);
    const { due, nextFreeAt, pending: total } = await countWeekMatches(tx, week);
    if (due === 0 && nextFreeAt === null) return null;

    const job = { kind: "matching" as const, subjectId: collectionId };
    const title = `${collected.styleName} ${formatWeek(collected)} on Spotify`;
    await openJob(tx, { ...job, title, total });
    await advanceJob(tx, { ...job, phase: "Looking for the tracks on Spotify", done: 0 });
    return { week, total };
  });
}
