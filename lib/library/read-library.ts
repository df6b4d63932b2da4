import "server-only";
import type { Db } from "@/db/handle";
import {
  countLibrary,
  firstReadings,
  listPlays,
  type OwnLibrary,
} from "@/db/queries/library-pages";
import { currentState, type StatePart, type StateRow, stateAsOf } from "@/db/queries/library-state";
import { type LibraryWish, momentOf, PAGE_ROWS } from "./library-address";
import type { LibraryEntry, LibraryOverview, LibraryPageView } from "./library-view";

type Wish = OwnLibrary & LibraryWish & { offset: number };

/** Which of a part's lists is meant; heavy rotation is the only one of its kind. */
function subjectOf({ part, range }: LibraryWish): string | undefined {
  if (part === "top_albums") return "heavy_rotation";
  return part === "top_tracks" || part === "top_artists" ? range : undefined;
}

/** A page of one of the lists of a library, as it is or as it was. */
export async function readRows(db: Db, wish: Wish): Promise<LibraryPageView> {
  const { userId, connectionId, part, text, filter, sort, descending, offset } = wish;
  const page = { userId, connectionId, text: text.trim(), filter, offset, limit: PAGE_ROWS };
  const at = wish.at === null ? null : momentOf(wish.at);
  if (part === "recently_played") return listPlays(db, { ...page, ...playOrder(wish), at });
  return readState(db, part, { ...page, subject: subjectOf(wish), sort, descending, at });
}

/** Plays by themselves come the newest first. */
function playOrder({ sort, descending }: LibraryWish) {
  if (sort === "name" || sort === "artist") return { sort, descending };
  return { sort: "added" as const, descending: sort === "list" || descending };
}

type StateRequest = Parameters<typeof currentState>[2] & { at: Date | null };

/** A page of the rows of a playlist, as they are or as they were. */
export const readPlaylistRows = (
  db: Db,
  { playlistId, at, ...wish }: Wish & { playlistId: string },
): Promise<LibraryPageView> =>
  readState(db, "playlist_items", {
    ...wish,
    text: wish.text.trim(),
    filter: null,
    subject: playlistId,
    limit: PAGE_ROWS,
    at: at === null ? null : momentOf(at),
  });

async function readState(
  db: Db,
  part: StatePart,
  { at, ...wish }: StateRequest,
): Promise<LibraryPageView> {
  const { rows, total } = await (at ? readAsOf(db, part, at, wish) : currentState(db, part, wish));
  return { rows: rows.map(entryOf), total };
}

const datedBy = {
  saved_tracks: "saved_tracks",
  saved_albums: "saved_albums",
  playlist_items: "playlists",
} as const;

/** Of the time before a list was first read, the dates in it tell what was there already. */
export async function readAsOf(db: Db, part: StatePart, at: Date, wish: Omit<StateRequest, "at">) {
  if (part !== "saved_tracks" && part !== "saved_albums" && part !== "playlist_items") {
    return stateAsOf(db, part, at, wish);
  }
  const readAt = (await firstReadings(db, wish))[datedBy[part]];
  return readAt && at < readAt
    ? stateAsOf(db, part, readAt, { ...wish, addedUntil: at })
    : stateAsOf(db, part, at, wish);
}

const entryOf = (row: StateRow): LibraryEntry => ({
  key: String(row.id),
  externalId: row.externalId,
  kind: row.kind,
  name: row.name,
  artists: row.artists.map(({ name }) => name),
  albumName: row.albumName,
  coverUrl: row.coverUrl,
  durationMs: row.durationMs,
  releasedOn: row.releasedOn,
  genres: row.genres,
  url: row.url,
  at: row.addedAt,
  addedBy: row.addedBy,
  rank: row.rank,
  playlist: row.playlist,
});

/** How long the lists are, or were. */
export async function readOverview(
  db: Db,
  { at, range, ...own }: OwnLibrary & Pick<LibraryWish, "at" | "range">,
): Promise<LibraryOverview> {
  const moment = at === null ? null : momentOf(at);
  const first = await firstReadings(db, own);
  const before = (readAt: Date | null) =>
    moment && readAt && moment < readAt ? { readAt, addedUntil: moment } : undefined;
  const counts = await countLibrary(db, {
    ...own,
    at: moment,
    range,
    savedTracks: before(first.saved_tracks),
    savedAlbums: before(first.saved_albums),
  });
  return { counts, firstReadAt: first.library?.toISOString() ?? null };
}
