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
  const held = new Set(library.uris);
  const added = [...new Set(uris)].filter((uri) => !held.has(uri));
  const place = library.uris.findIndex((uri) => addedAtOf(library, uri) <= at);
  spotify.libraries[userId] = {
    uris: library.uris.toSpliced(place < 0 ? library.uris.length : place, 0, ...added),
    addedAt: { ...library.addedAt, ...Object.fromEntries(added.map((uri) => [uri, at])) },
  };
}

export function unfollow(spotify: Spotify, userId: string, uris: readonly string[]) {
  const library = libraryOf(spotify, userId);
  const gone = new Set(uris);
  const kept = library.uris.filter((uri) => !gone.has(uri));
  spotify.libraries[userId] = {
    uris: kept,
    addedAt: Object.fromEntries(kept.map((uri) => [uri, addedAtOf(library, uri)])),
  };
}
