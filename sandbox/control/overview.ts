import type { Context } from "../context";
import { snapshotOf, trackIdOfUri } from "../spotify/playlist-json";
import { demoUsers } from "../state/demo-users";
import type { Playlist } from "../state/state";

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

/** Every demo user with their playlists, items in order, and their library. */
export function overview(context: Context) {
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
        library: uris.filter((uri) => !uri.startsWith("spotify:playlist:")),
        playlists: Object.values(playlists)
          .filter(({ ownerId }) => ownerId === id)
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
