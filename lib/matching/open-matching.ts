import "server-only";
import type { Db } from "@/db/handle";
import { findCollectedWeek } from "@/db/queries/collections";
import { beginJob, finishJob, openJob, updateProgress } from "@/db/queries/jobs";
import { countWeekMatches, openWeekMatches, type WeekOfTracks } from "@/db/queries/matches";
import { datesOf, formatWeek } from "@/lib/curation/week";

/** What a run settles; `total` is how many matches were open when it began. */
export type Matching = { runId: string; week: WeekOfTracks; total: number };

/** Opens a match for each track of the week that needs one. Null when there is nothing to look for. */
export async function openMatching(
  db: Db,
  { collectionId, runId }: { collectionId: string; runId: string },
): Promise<Matching | null> {
  const collected = await findCollectedWeek(db, { collectionId });
  if (!collected) return null;
  const week = { styleId: collected.styleId, ...datesOf(collected) };

  return db.transaction(async (tx) => {
    await openWeekMatches(tx, week);
    const { due, nextFreeAt, pending: total } = await countWeekMatches(tx, week);
    const job = { kind: "matching" as const, subjectId: collectionId };
    const held = { ...job, runId };
    const phase = "Looking for the tracks on Spotify";
    if (due === 0 && nextFreeAt === null) {
      await beginJob(tx, { ...held, phase });
      await finishJob(tx, { ...held, status: "done", message: "Nothing is left to look for." });
      return null;
    }

    const title = `${collected.styleName} ${formatWeek(collected)} on Spotify`;
    await openJob(tx, { ...job, title, total });
    await beginJob(tx, { ...held, phase });
    await updateProgress(tx, { done: 0, total }, held);
    return { runId, week, total };
  });
}
