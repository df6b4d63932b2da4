import "server-only";
import type { Db } from "@/db/handle";
import { upsertCatalog } from "@/db/queries/catalog-upserts";
import { lockPendingPayloads, markProcessed } from "@/db/queries/external-data";
import { followKeys } from "@/db/queries/recordings-said";
import { readTrack } from "@/lib/beatport/track";
import { catalogRows } from "./catalog-rows";

export const PAYLOADS_PER_BATCH = 500;

/**
 * Turns up to 500 waiting payloads of a collection into labels, artists, releases, tracks and
 * credits; `read` below 500 means that none is left. Call it in a transaction, which holds the lock.
 */
export async function processRaw(
  db: Db,
  { collectionId }: { collectionId: string },
): Promise<{ read: number; invalid: number }> {
  const payloads = await lockPendingPayloads(db, { collectionId, limit: PAYLOADS_PER_BATCH });
  if (payloads.length === 0) return { read: 0, invalid: 0 };

  const readings = payloads.map(({ id, raw }) => ({ id, reading: readTrack(raw) }));
  const tracks = readings.flatMap(({ reading }) => ("track" in reading ? [reading.track] : []));
  if (tracks.length > 0) {
    await followKeys(db, { rekeyed: await upsertCatalog(db, catalogRows(tracks)) });
  }

  const { invalid } = await markProcessed(
    db,
    readings.map(({ id, reading }) => ({
      id,
      beatportId: "track" in reading ? reading.track.id : null,
      problem: "problem" in reading ? reading.problem : null,
    })),
  );
  return { read: payloads.length, invalid };
}
