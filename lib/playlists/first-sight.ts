import "server-only";
import type { Db } from "@/db/handle";
import { findConnection } from "@/db/queries/connections";
import { withToken } from "@/lib/connections/with-token";
import { AppError } from "@/lib/errors";
import { getPlaylist } from "@/lib/spotify/playlists";
import type { Lane } from "@/lib/traffic/pace";
import { type ObservedRows, readPlaces, whoseRows } from "./observe-rows";

type Place = { userId: string; playlistId: string; lane: Lane };

/** What a playlist holds of which nothing is known yet: Spotify says whose it is before it is read. */
export async function firstSight(
  db: Db,
  { userId, playlistId, lane }: Place,
): Promise<ObservedRows> {
  const connection = await findConnection(db, { userId, provider: "spotify" });
  return withToken(db, userId, async (token) => {
    const { ownerId, snapshotId } = await getPlaylist({ playlistId, token, lane });
    const profileId = connection?.profileId;
    if (ownerId && profileId && ownerId !== profileId) throw foreignPlaylist();
    const places = await readPlaces({ playlistId, token, lane });
    const proof = { isFresh: true, wasAsked: true, isProven: true };
    return { ...whoseRows(null, places), ...proof, snapshotId };
  });
}

export const foreignPlaylist = () =>
  new AppError("FORBIDDEN", "It belongs to somebody else. Copy it, and change the copy.");
