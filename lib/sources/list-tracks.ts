import "server-only";
import type { Db } from "@/db/handle";
import type { OwnLibrary } from "@/db/queries/library-pages";
import { type StateRow, stateAsOf } from "@/db/queries/library-state";
import { listSavedAlbums, type SavedAlbum } from "@/db/queries/sources-library";
import { withToken } from "@/lib/connections/with-token";
import { readFurtherTracks, tracksInPayload } from "@/lib/spotify/album-tracks";
import type { LibraryKind, ListedTrack } from "./source";

const ROWS_AT_ONCE = 2_000;
const ALBUMS_AT_ONCE = 25;

type Wish = { own: OwnLibrary; kind: LibraryKind; subject: string; at: Date; offset: number };

type Listed = {
  tracks: ListedTrack[];
  /** Rows or albums that were read. */
  read: number;
  /** Tracks that there are, as far as the list says it. */
  total: number | null;
  more: boolean;
};

/** A stretch of a list of the library, as it was at a moment. */
export function listTracks(db: Db, wish: Wish): Promise<Listed> {
  return wish.kind === "saved_albums" ? listOfAlbums(db, wish) : listOfRows(db, wish);
}

async function listOfRows(db: Db, { own, kind, subject, at, offset }: Wish): Promise<Listed> {
  const part = kind === "playlist" ? "playlist_items" : "saved_tracks";
  const page = { ...own, subject, offset, limit: ROWS_AT_ONCE, withMissedOnce: true };
  const { rows, total } = await stateAsOf(db, part, at, page);
  const tracks = rows.filter(isTrack).map((row) => ({
    externalId: row.kind === "local" ? null : row.externalId,
    title: row.name,
    artists: row.artists.map(({ name }) => name),
    isrc: row.isrc,
    addedAt: row.addedAt,
    foundIn: null,
  }));
  const more = rows.length > 0 && offset + rows.length < total;
  return { tracks, read: rows.length, total: more || offset === 0 ? total : null, more };
}

const isTrack = ({ kind }: StateRow) => kind === "track" || kind === "local";

async function listOfAlbums(db: Db, { own, at, offset }: Wish): Promise<Listed> {
  const albums = await listSavedAlbums(db, { ...own, at, offset, limit: ALBUMS_AT_ONCE });
  const tracks: ListedTrack[] = [];
  for (const album of albums) tracks.push(...(await tracksOf(db, own.userId, album)));
  return { tracks, read: albums.length, total: null, more: albums.length === ALBUMS_AT_ONCE };
}

/** What a saved album brought along, and the pages behind it. */
async function tracksOf(db: Db, userId: string, album: SavedAlbum): Promise<ListedTrack[]> {
  const { albumId, name, addedAt, payload } = album;
  const { tracks, read, hasNext } = tracksInPayload(payload);
  const further = hasNext
    ? await withToken(db, userId, (token) => readFurtherTracks({ token, albumId, read }))
    : [];
  return [...tracks, ...further].map((track) => ({ ...track, isrc: null, addedAt, foundIn: name }));
}
