import "server-only";
import type { Db } from "@/db/handle";
import { type FollowedMirror, updateMirror } from "@/db/queries/mirrors-sync";
import { createPlaylist, listMyPlaylists } from "@/lib/spotify/playlists";
import { ownerOf, recordMirror } from "./record-mirror";

/** Gives a mirror its playlist. Asking is not repeatable: a second try first looks for the first one's. */
export async function makePlaylist(
  db: Db,
  mirror: FollowedMirror,
  { token, now }: { token: string; now: Date },
) {
  const owner = ownerOf(mirror);
  const made = mirror.creationStartedAt ? await findMarkedPlaylist(token, markerOf(mirror)) : null;
  if (!made) await updateMirror(db, { ...owner, creationStartedAt: now });
  const playlist = made ?? (await create(mirror, token));

  await db.transaction(async (tx) => {
    await updateMirror(tx, {
      ...owner,
      spotifyPlaylistId: playlist.id,
      spotifyUrl: playlist.url,
      snapshotId: playlist.snapshotId,
      mirroredName: playlist.name,
    });
    if (made) return;
    const empty = { places: [], own: [], version: 0, snapshotId: playlist.snapshotId };
    await recordMirror(tx, mirror, { reason: "observed", ...empty, now });
  });
}

/** Tells the mirror's playlist from others of the same name. */
const markerOf = ({ id }: FollowedMirror) => `clouder:${id}`;

const create = (mirror: FollowedMirror, token: string) =>
  createPlaylist({
    token,
    name: mirror.name,
    description: `Kept in step by Clouder. ${markerOf(mirror)}`,
    public: false,
  });

/** A playlist of the user's whose description holds a mark that only it has. */
export async function findMarkedPlaylist(token: string, marker: string) {
  let offset: number | null = 0;
  while (offset !== null) {
    const page: Awaited<ReturnType<typeof listMyPlaylists>> = await listMyPlaylists({
      token,
      offset,
    });
    const found = page.playlists.find(({ description }) => description.includes(marker));
    if (found) return found;
    offset = page.nextOffset;
  }
  return null;
}
