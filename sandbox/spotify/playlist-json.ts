import { createHash } from "node:crypto";
import type { Context } from "../context";
import { displayNameOf } from "../state/neighbours";
import type { Playlist, PlaylistRow } from "../state/state";
import { itemJson } from "./item-json";
import type { TrackView } from "./track-json";

export const trackIdOfUri = (uri: string) =>
  /^spotify:track:([0-9A-Za-z]{22})$/.exec(uri)?.[1] ?? null;

/** Changes with every edit of the playlist, of its details too. */
export const snapshotOf = ({ id, version }: Pick<Playlist, "id" | "version">) =>
  createHash("sha256").update(`${id}:${version}`).digest("base64").slice(0, 32);

/** The playlist after an edit, in its next version. */
export const editedPlaylist = (
  playlist: Playlist,
  changes: Partial<Playlist>,
  now: Date,
): Playlist => ({
  ...playlist,
  ...changes,
  version: playlist.version + 1,
  changedAt: now.getTime(),
});

/** What reading shows; the answer to a write has the true one. */
function shownSnapshot({ switches, now }: Context, { id, version, changedAt }: Playlist): string {
  const lagging = now().getTime() - changedAt < switches.snapshotLagSeconds * 1_000;
  return snapshotOf({ id, version: lagging ? Math.max(1, version - 1) : version });
}

export const userRefJson = (base: string, userId: string) => ({
  external_urls: { spotify: `https://open.spotify.com/user/${userId}` },
  href: `${base}/users/${userId}`,
  id: userId,
  type: "user",
  uri: `spotify:user:${userId}`,
});

/** The playlist without its items. */
export function playlistJson(context: Context, view: TrackView, playlist: Playlist) {
  const { id, ownerId } = playlist;
  return {
    collaborative: playlist.collaborative,
    description: playlist.description,
    external_urls: { spotify: `https://open.spotify.com/playlist/${id}` },
    href: `${view.base}/playlists/${id}`,
    id,
    images: [],
    name: playlist.name,
    owner: {
      ...userRefJson(view.base, ownerId),
      display_name: displayNameOf(ownerId),
    },
    public: playlist.public || context.switches.ignorePrivate,
    snapshot_id: shownSnapshot(context, playlist),
    type: "playlist",
    uri: `spotify:playlist:${id}`,
  };
}

export const rowJson = (context: Context, view: TrackView, row: PlaylistRow) => ({
  added_at: row.addedAt,
  added_by: row.addedBy === null ? null : userRefJson(view.base, row.addedBy),
  is_local: row.uri.startsWith("spotify:local:"),
  item: itemJson(context, view, row.uri),
});
