import type { Library, State } from "../state/state";

type Spotify = State["spotify"];

const LONG_AGO = "2015-01-01T00:00:00Z";

export const libraryOf = (spotify: Spotify, userId: string): Library =>
  spotify.libraries[userId] ?? { uris: [], addedAt: {} };

export const addedAtOf = ({ addedAt }: Library, uri: string) => addedAt[uri] ?? LONG_AGO;

/** Uris of one kind, newest first. */
export const heldUris = (library: Library, kind: string) =>
  library.uris.filter((uri) => uri.startsWith(`spotify:${kind}:`));

/** Saves or follows at a second of time; what is there already keeps its place. */
export function follow(spotify: Spotify, userId: string, uris: readonly string[], at: string) {
  const library = libraryOf(spotify, userId);
  spotify.libraries[userId] = library;
  const held = new Set(library.uris);
  const added = [...new Set(uris)].filter((uri) => !held.has(uri));
  const place = library.uris.findIndex((uri) => addedAtOf(library, uri) <= at);
  library.uris.splice(place < 0 ? library.uris.length : place, 0, ...added);
  for (const uri of added) library.addedAt[uri] = at;
}

export function unfollow(spotify: Spotify, userId: string, uris: readonly string[]) {
  const library = libraryOf(spotify, userId);
  const gone = new Set(uris);
  library.uris = library.uris.filter((uri) => !gone.has(uri));
  for (const uri of gone) delete library.addedAt[uri];
}
