import type { Context } from "../context";
import { playsBetween } from "../listener/history";
import { topKinds, topRanges, topUris } from "../listener/top-list";
import { addedAtOf, heldUris, libraryOf } from "../spotify/library";
import { snapshotOf } from "../spotify/playlist-json";
import type { Playlist } from "../state/state";

type Truth = (context: Context, userId: string) => unknown[];

const savedUris =
  (kind: string): Truth =>
  (context, userId) => {
    const library = libraryOf(context.store.state.spotify, userId);
    return heldUris(library, kind).map((uri) => ({ uri, addedAt: addedAtOf(library, uri) }));
  };

export function heldPlaylists(context: Context, userId: string): Playlist[] {
  const { spotify } = context.store.state;
  return heldUris(libraryOf(spotify, userId), "playlist")
    .map((uri) => spotify.playlists[uri.slice("spotify:playlist:".length)])
    .filter((playlist) => playlist !== undefined);
}

const isReadable = ({ ownerId, collaborative }: Playlist, userId: string) =>
  ownerId === userId || collaborative;

const itemUri = (context: Context, uri: string) =>
  uri.startsWith("spotify:track:") && !context.spotify.trackOf(uri) ? null : uri;

/** What really is in a user's library, kind by kind. */
export const truths: Record<string, Truth> = {
  "saved-tracks": savedUris("track"),
  "saved-albums": savedUris("album"),
  "followed-artists": savedUris("artist"),

  playlists: (context, userId) =>
    heldPlaylists(context, userId).map((playlist) => ({
      id: playlist.id,
      name: playlist.name,
      ownerId: playlist.ownerId,
      public: playlist.public,
      collaborative: playlist.collaborative,
      readable: isReadable(playlist, userId),
      snapshotId: snapshotOf(playlist),
      total: playlist.rows.length,
    })),

  /** Readable rows in order; the uri is null where Spotify shows no item. */
  "playlist-items": (context, userId) =>
    heldPlaylists(context, userId)
      .filter((playlist) => isReadable(playlist, userId))
      .flatMap(({ id, rows }) =>
        rows.map(({ uri, addedAt, addedBy }, position) => ({
          playlistId: id,
          position,
          uri: itemUri(context, uri),
          addedAt,
          addedBy,
        })),
      ),

  top: (context, userId) =>
    topKinds.flatMap((type) =>
      topRanges.map((range) => ({ type, range, uris: topUris(context, userId, type, range) })),
    ),

  /** Short and private ones too, oldest first. */
  plays: (context, userId) =>
    playsBetween(context, userId, 0, context.now().getTime()).map((play) => ({
      uri: play.uri,
      endedAt: new Date(play.endedAt).toISOString(),
      msPlayed: play.msPlayed,
      private: play.private,
    })),
};
