import type { Context } from "../context";
import type { Library } from "../state/state";
import { randomFrom } from "../world/random";
import { drawPlaylists } from "./draw-playlists";
import { type Birth, drawSaved, HISTORY_MONTHS, type Saved } from "./draw-saved";
import { habitsOf } from "./habits";
import { hashedId } from "./hashed-id";
import { type LibrarySpec, sizeFor } from "./library-size";
import { monthOf, monthStart, secondOf } from "./month";

function forgetDrawn(context: Context, userId: string): Saved[] {
  const { playlists, libraries } = context.store.state.spotify;
  const { uris, addedAt } = libraries[userId] ?? { uris: [], addedAt: {} };
  const kept = uris.filter((uri) => playlists[uri.split(":")[2] ?? ""]?.drawn === false);
  for (const uri of uris) {
    const id = uri.split(":")[2] ?? "";
    if (playlists[id]?.drawn) delete playlists[id];
  }
  return kept.map((uri) => ({ uri, addedAt: addedAt[uri] ?? secondOf(0) }));
}

const libraryOf = (saved: readonly Saved[]): Library => ({
  uris: saved.map(({ uri }) => uri),
  addedAt: Object.fromEntries(saved.map(({ uri, addedAt }) => [uri, addedAt])),
});

function drawFollowed(birth: Birth) {
  const { ids } = birth.taste;
  return {
    tracks: drawSaved(birth, {
      kind: "saved-tracks",
      count: birth.spec.savedTracks,
      uriOf: ({ uri }) => uri,
    }),
    albums: drawSaved(birth, {
      kind: "saved-albums",
      count: birth.spec.savedAlbums,
      uriOf: ({ release }) => `spotify:album:${ids.encode("album", release.id)}`,
    }),
    artists: drawSaved(birth, {
      kind: "followed-artists",
      count: birth.spec.followedArtists,
      uriOf: ({ recording }) => {
        const [lead] = recording.artists;
        return lead ? `spotify:artist:${ids.encode("artist", lead.id)}` : "";
      },
    }),
  };
}

/** Gives a user a library and a past that lead up to now; playlists made by apps or by hand stay. */
export function giveLife(context: Context, userId: string, spec: LibrarySpec) {
  const { spotify } = context.store.state;
  const { taste } = context;
  const anchor = context.now().getTime();
  const birth: Birth = { taste, userId, spec, anchor };
  const kept = forgetDrawn(context, userId);
  const { tracks, albums, artists } = drawFollowed(birth);
  const playlists = drawPlaylists(birth);
  for (const playlist of playlists) spotify.playlists[playlist.id] = playlist;
  const lost = hashedId(randomFrom(taste.seed, "lost", userId), "37");
  const lists = [
    ...playlists.map(({ id }) => id),
    ...(habitsOf(userId).followsLostPlaylist && spec.playlists > 0 ? [lost] : []),
  ].map((id, index) => ({
    uri: `spotify:playlist:${id}`,
    addedAt: secondOf(anchor - (index + 1) * 86_400_000),
  }));
  spotify.libraries[userId] = libraryOf([...kept, ...tracks, ...albums, ...artists, ...lists]);
  spotify.lives[userId] = {
    size: spec,
    livedUntil: anchor,
    heard: [[monthStart(monthOf(anchor) - HISTORY_MONTHS), anchor]],
  };
}

/** The size a user's library has unless a control asked for another. */
export const specFor = (context: Context, userId: string): LibrarySpec =>
  sizeFor(context.library, habitsOf(userId).savedTracks);
