import "server-only";
import type { Db } from "@/db/handle";
import {
  appendPlaces,
  type HeldPlace,
  listHeldPlaces,
  listSeenPlaces,
  type Place,
} from "@/db/queries/library-places";
import { type ListOf, settleList } from "@/db/queries/sync-lists";
import type { Sync } from "./begin-sync";
import { planOccurrences } from "./plan-occurrences";

/** The same track added at the same time is the same place, wherever it went. */
const compared = ({ externalId, addedAt, itemId, addedBy }: Place) => ({
  key: `${externalId ?? ""} ${addedAt ?? ""}`,
  facts: JSON.stringify([itemId, addedBy]),
});

/**
 * Compares what was seen of a playlist with what was known of it, and appends the difference. With a
 * problem it was not read whole: then nothing is gone.
 */
export async function settlePlaces(
  db: Db,
  sync: Sync,
  { syncId, part, subject }: ListOf,
  problem: string | null,
): Promise<void> {
  const { connectionId, provider } = sync;
  const list = { syncId, part, subject };
  const [held, seen] = await Promise.all([
    listHeldPlaces(db, { connectionId, playlistId: subject }),
    listSeenPlaces(db, list),
  ]);
  const plan = planOccurrences(
    held.map((place) => ({ ...place, ...compared(place) })),
    seen.map(compared),
  );
  const here = plan.rows.flatMap(({ seen: index, occurrence, position }) => {
    const place = seen[index];
    if (!place) return [];
    return { ...place, occurrence: occurrence ?? crypto.randomUUID(), position, gone: false };
  });
  const gone = problem === null ? placesOf(held, plan.gone) : [];
  await appendPlaces(db, {
    connectionId,
    provider,
    syncId,
    playlistId: subject,
    places: [...here, ...gone],
  });
  await settleList(db, {
    ...list,
    requested: seen.length,
    stored: seen.length,
    appended: here.length + gone.length,
    gone: gone.length,
    problem,
  });
}

function placesOf(held: readonly HeldPlace[], occurrences: readonly string[]) {
  const wanted = new Set(occurrences);
  return held
    .filter(({ occurrence }) => wanted.has(occurrence))
    .map((place) => ({ ...place, gone: true }));
}
