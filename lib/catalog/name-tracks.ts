import "server-only";
import type { Db } from "@/db/handle";
import { lockUnnamedTracks, saveNameKeys } from "@/db/queries/track-names";
import { recordingKey } from "./recording-key";

const TRACKS_AT_ONCE = 5_000;

/** Works out what tracks are called that came to the catalogue before that was kept, some at a time. */
export async function nameTracks(db: Db): Promise<{ more: boolean }> {
  return db.transaction(async (tx) => {
    const tracks = await lockUnnamedTracks(tx, { limit: TRACKS_AT_ONCE });
    const named = tracks.map(({ id, ...track }) => ({
      id,
      nameKey: recordingKey({ ...track, isrc: null }),
    }));
    await saveNameKeys(tx, named);
    return { more: tracks.length === TRACKS_AT_ONCE };
  });
}
