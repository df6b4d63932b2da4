import "server-only";
import { createHash } from "node:crypto";
import type { Db } from "@/db/handle";
import { startGeneration } from "@/db/queries/collections";
import { type Payload, storePage } from "@/db/queries/external-data";
import { listTracks, type TrackPayload } from "@/lib/beatport/tracks";
import { jobIsOver, reportProgress } from "@/lib/jobs/report-progress";
import { type Reading, rangeOf } from "./begin-collection";
import { firstPlace, type Place, stepAfter } from "./place";

const MOST_PASSES = 3;

/**
 * Fetches one page and keeps it together with its progress. Answers the next place; null
 * when the week is read. A week that moved under the reading is read again from the start.
 */
export async function readPage(
  db: Db,
  { collectionId, reading }: { collectionId: string; reading: Reading },
): Promise<Place | null> {
  const { place, genreId } = reading;
  const page = await listTracks({ genreId, ...rangeOf(reading), page: place.page });
  const step = stepAfter(place, page);

  const expected = "end" in step ? step.end.expected : countOfWeek(step.next);
  const kept = await storePage(db, {
    collectionId,
    runId: reading.runId,
    generation: place.generation,
    page: place.page,
    payloads: page.payloads.map(keep),
    expected,
  });
  if (!kept) throw jobIsOver();
  if ("next" in step) return step.next;

  const clean = step.end.steady && kept.fetched === expected;
  // day by day a pass takes hundreds of pages: once has to do
  if (clean || place.day !== null || place.pass === MOST_PASSES) return null;
  const generation = await db.transaction(async (tx) => {
    await reportProgress(tx, {
      kind: "collection",
      subjectId: collectionId,
      runId: reading.runId,
      line: {
        level: "warning",
        message: "Beatport's list changed while it was read. It is read again.",
        details: { counted: expected, arrived: kept.fetched },
      },
    });
    return startGeneration(tx, { collectionId });
  });
  return generation === null ? null : firstPlace(generation, place.pass + 1);
}

const countOfWeek = ({ day, count }: Place) => (day === null ? count : null);

function keep({ externalId, raw, problem }: TrackPayload): Payload {
  const payloadHash = createHash("sha256").update(JSON.stringify(raw)).digest("hex");
  return { externalId: externalId ?? `unreadable:${payloadHash}`, raw, payloadHash, problem };
}
