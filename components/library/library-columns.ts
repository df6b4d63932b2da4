import type { LibrarySort } from "@/lib/library/library-address";
import type { LibraryPart } from "@/lib/library/part";

/** The lists a grid can show. */
export type GridList = LibraryPart | "playlist_items";

export type ColumnId =
  | "number"
  | "cover"
  | "name"
  | "album"
  | "genres"
  | "owner"
  | "tracks"
  | "length"
  | "released"
  | "at"
  | "link";

export type Column = {
  id: ColumnId;
  /** What its head says. */
  name: string;
  /** A head that only a screen reader needs. */
  isHidden?: boolean;
  isRight?: boolean;
  /** Gives way where the list is narrow. */
  isWide?: boolean;
  sort?: LibrarySort;
};

const number: Column = {
  id: "number",
  name: "Number",
  isHidden: true,
  isRight: true,
  isWide: true,
};
const cover: Column = { id: "cover", name: "Cover", isHidden: true };
const link: Column = { id: "link", name: "Where it is", isHidden: true, isRight: true };
const title: Column = { id: "name", name: "Title", sort: "name" };
const name: Column = { id: "name", name: "Name", sort: "name" };
const album: Column = { id: "album", name: "Album", sort: "album", isWide: true };
const genres: Column = { id: "genres", name: "Genres", isWide: true };
const length: Column = {
  id: "length",
  name: "Length",
  sort: "duration",
  isRight: true,
  isWide: true,
};
const released: Column = { id: "released", name: "Released", sort: "released", isWide: true };
const moment = (word: string): Column => ({ id: "at", name: word, sort: "added", isWide: true });

/** The columns of a list; the grids below have one track for each. */
export const columnsOf: Record<GridList, readonly Column[]> = {
  top_tracks: [number, cover, title, album, length, released, link],
  top_artists: [number, cover, name, genres, link],
  top_albums: [number, cover, name, released, link],
  recent_tracks: [number, cover, title, album, length, released, link],
  recently_added: [number, cover, name, released, moment("Added"), link],
  recently_played: [
    number,
    cover,
    title,
    { id: "album", name: "Album", isWide: true },
    { id: "length", name: "Length", isRight: true, isWide: true },
    moment("Played"),
    link,
  ],
  playlists: [
    number,
    cover,
    name,
    { id: "owner", name: "Whose", isWide: true },
    { id: "tracks", name: "Tracks", isRight: true, isWide: true },
    link,
  ],
  playlist_items: [number, cover, title, album, length, moment("Added"), link],
  saved_tracks: [number, cover, title, album, length, moment("Saved"), link],
  saved_albums: [number, cover, name, released, moment("Saved"), link],
  followed_artists: [number, cover, name, genres, link],
};

const tracks = "@min-[46rem]:grid-cols-[48px_32px_minmax(0,2fr)_minmax(0,1.2fr)_56px_96px_104px]";
const artists = "@min-[46rem]:grid-cols-[48px_32px_minmax(0,1fr)_minmax(0,1.4fr)_104px]";

const albums = "@min-[46rem]:grid-cols-[48px_32px_minmax(0,2fr)_96px_96px_104px]";

const wideGrids: Record<GridList, string> = {
  top_tracks: tracks,
  top_artists: artists,
  top_albums: "@min-[46rem]:grid-cols-[48px_32px_minmax(0,1fr)_96px_104px]",
  recent_tracks: tracks,
  recently_added: albums,
  recently_played:
    "@min-[46rem]:grid-cols-[56px_32px_minmax(0,2fr)_minmax(0,1.2fr)_56px_112px_104px]",
  playlists: "@min-[46rem]:grid-cols-[48px_32px_minmax(0,2fr)_minmax(0,1fr)_64px_104px]",
  playlist_items: tracks,
  saved_tracks: tracks,
  saved_albums: albums,
  followed_artists: artists,
};

/** A narrow list shows the cover, the name and the way to where it is from. */
export const gridOf = (list: GridList) =>
  `grid items-center gap-x-3 px-3 grid-cols-[32px_minmax(0,1fr)_auto] ${wideGrids[list]}`;

export const wideOnly = "@max-[46rem]:hidden";

export const ROW_HEIGHT = 44;
export const HEAD_HEIGHT = 28;
