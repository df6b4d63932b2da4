import type { State } from "../state/state";

type Spotify = State["spotify"];

/** Saves or follows; what is there already keeps its place. */
export function follow(spotify: Spotify, userId: string, uris: readonly string[]) {
  const library = spotify.libraries[userId] ?? { uris: [] };
  const added = uris.filter((uri) => !library.uris.includes(uri));
  spotify.libraries[userId] = { uris: [...added, ...library.uris] };
}

export function unfollow(spotify: Spotify, userId: string, uris: readonly string[]) {
  const library = spotify.libraries[userId] ?? { uris: [] };
  spotify.libraries[userId] = { uris: library.uris.filter((uri) => !uris.includes(uri)) };
}
