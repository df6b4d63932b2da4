import type { Context } from "../context";
import { addedAtOf, heldUris, libraryOf } from "../spotify/library";
import type { SpotifyTrack } from "../spotify/track";
import type { DemoUser } from "../state/demo-users";
import type { Playlist } from "../state/state";
import { hashOf } from "../world/random";

const idOf = (uri: string) => uri.split(":")[2] ?? "";

/** Of what a person has saved at Spotify, the part they keep at Apple too. */
const keptAtApple = (uri: string) => hashOf("at apple", uri) % 10 < 7;

/** A demo user's library at Apple: it follows the one at Spotify, and is smaller. */
export function shelfOf(context: Context, { id: userId }: DemoUser) {
  const { spotify } = context.store.state;
  const library = libraryOf(spotify, userId);
  const kept = (kind: string) => heldUris(library, kind).filter(keptAtApple);
  const present = <Item>(item: Item | null | undefined): item is Item => item != null;

  return {
    songs: () =>
      kept("track")
        .map((uri) => context.spotify.trackOf(uri))
        .filter(present),
    albums: () =>
      kept("album").flatMap((uri) => {
        const sheet = context.spotify.album(idOf(uri));
        return sheet ? [{ sheet, addedAt: addedAtOf(library, uri) }] : [];
      }),
    artists: () =>
      kept("artist")
        .map((uri) => context.spotify.artist(idOf(uri)))
        .filter(present),
    playlists: () =>
      heldUris(library, "playlist").flatMap((uri) => {
        const playlist = spotify.playlists[idOf(uri)];
        // what an app made at Spotify is not at Apple
        const isOwn = playlist?.ownerId === userId && !playlist.byApp;
        return isOwn ? [{ playlist, addedAt: addedAtOf(library, uri) }] : [];
      }),
    tracksOf: ({ rows }: Playlist): SpotifyTrack[] =>
      rows.map(({ uri }) => context.spotify.trackOf(uri)).filter(present),
  };
}

export type Shelf = ReturnType<typeof shelfOf>;
export type ShelfPlaylist = ReturnType<Shelf["playlists"]>[number];
