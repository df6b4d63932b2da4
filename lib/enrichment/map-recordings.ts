import "server-only";
import type { Db } from "@/db/handle";
import {
  followMatches,
  listDescribedTracks,
  listHeardTracks,
  saveRecordings,
  type UnmappedTrack,
} from "@/db/queries/facts-recordings";
import { followKeys, type Rekeyed } from "@/db/queries/recordings-said";
import { recordingKey } from "@/lib/catalog/recording-key";

const TRACKS_AT_ONCE = 5_000;

type Since = { userId: string; item: number; matchedAt: Date | null };

/**
 * Finds out which recordings the tracks of a user's libraries are, as far as that is new. What the
 * user said of them goes with them.
 */
export async function mapRecordings(db: Db, { userId, item, matchedAt }: Since): Promise<void> {
  const following = (rekey: (tx: Db) => Promise<Rekeyed[]>) =>
    db.transaction(async (tx) => followKeys(tx, { userId, rekeyed: await rekey(tx) }));
  for (let after = item, more = true; more; ) {
    const tracks = await listDescribedTracks(db, { userId, after, limit: TRACKS_AT_ONCE });
    await following((tx) => saveRecordings(tx, { userId, tracks: tracks.map(named) }));
    after = tracks.at(-1)?.itemId ?? after;
    more = tracks.length === TRACKS_AT_ONCE;
  }
  for (let more = true; more; ) {
    const tracks = await listHeardTracks(db, { userId, limit: TRACKS_AT_ONCE });
    await following((tx) => saveRecordings(tx, { userId, tracks: tracks.map(named) }));
    more = tracks.length === TRACKS_AT_ONCE;
  }
  await following((tx) => followMatches(tx, { userId, since: matchedAt }));
}

const named = ({ title, artists, isrc, ...track }: UnmappedTrack) => ({
  ...track,
  ownKey: recordingKey({ isrc, artists, title }),
});
