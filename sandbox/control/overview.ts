import type { Context } from "../context";
import { live } from "../listener/live";
import { snapshotOf, trackIdOfUri } from "../spotify/playlist-json";
import { demoUsers } from "../state/demo-users";
import type { Playlist } from "../state/state";
import { heldPlaylists } from "./library-truth";

function itemJson(context: Context, { uri, addedAt }: Playlist["rows"][number]) {
  const track = context.spotify.track(trackIdOfUri(uri) ?? "");
  return {
    uri,
    name: track?.name ?? null,
    artists: track?.artists.map(({ name }) => name) ?? [],
    isrc: track?.isrc ?? null,
    addedAt,
  };
}

function compact(uris: readonly string[], kind: string) {
  const start = `spotify:${kind}:`;
  const ids = uris.filter((uri) => uri.startsWith(start)).map((uri) => uri.slice(start.length));
  return { total: ids.length, ids };
}

/** Every demo user with the playlists that apps or hands made, and in short what their library holds. */
export function overview(context: Context) {
  for (const { id } of demoUsers) live(context, id);
  const { playlists, libraries, unlisted } = context.store.state.spotify;
  return {
    users: demoUsers.map(({ id, accountId, displayName, country }) => {
      const uris = libraries[id]?.uris ?? [];
      return {
        id,
        accountId,
        displayName,
        country,
        listed: !unlisted.includes(id),
        library: {
          savedTracks: compact(uris, "track"),
          savedAlbums: compact(uris, "album"),
          followedArtists: compact(uris, "artist"),
          playlists: compact(uris, "playlist"),
          playlistItems: heldPlaylists(context, id).reduce((sum, { rows }) => sum + rows.length, 0),
        },
        playlists: Object.values(playlists)
          .filter(({ ownerId, drawn }) => ownerId === id && !drawn)
          .map((playlist) => ({
            id: playlist.id,
            name: playlist.name,
            description: playlist.description,
            public: playlist.public,
            collaborative: playlist.collaborative,
            /** False once its owner has deleted it, which Spotify treats as unfollowing. */
            followed: uris.includes(`spotify:playlist:${playlist.id}`),
            snapshotId: snapshotOf(playlist),
            items: playlist.rows.map((row) => itemJson(context, row)),
          })),
      };
    }),
  };
}
