import "server-only";
import type { Db } from "@/db/handle";
import { lockOpenCollection, markRunning } from "@/db/queries/collections";
import { beginJob } from "@/db/queries/jobs";
import { datesOf } from "@/lib/curation/week";
import { firstPlace, type Place } from "./place";

/** What a run reads, and from where. */
export type Reading = {
  runId: string;
  genreId: number;
  year: number;
  week: number;
  place: Place;
};

/**
 * Takes up a collection that is queued, or running in a run that broke off: then it goes on at the
 * page where that one stood. Null when there is nothing to do.
 */
export async function beginCollection(
  db: Db,
  { collectionId, runId }: { collectionId: string; runId: string },
): Promise<Reading | null> {
  return db.transaction(async (tx) => {
    const collection = await lockOpenCollection(tx, { collectionId });
    if (!collection) return null;
    const { genreId, year, week, generation, lastPage } = collection;

    await markRunning(tx, { collectionId });
    await beginJob(tx, {
      kind: "collection",
      subjectId: collectionId,
      runId,
      phase: "Reading Beatport",
    });
    return {
      runId,
      genreId,
      year,
      week,
      place: { ...firstPlace(generation), page: lastPage ?? 1 },
    };
  });
}

const DAY_MS = 86_400_000;

/** The dates a place reads, both included. */
export function rangeOf({ year, week, place }: Reading): { from: string; to: string } {
  const range = datesOf({ year, week });
  if (place.day === null) return range;
  const day = new Date(Date.parse(range.from) + place.day * DAY_MS).toISOString().slice(0, 10);
  return { from: day, to: day };
}
