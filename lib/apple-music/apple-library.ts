import "server-only";
import { z } from "zod";
import { offsetsAfter } from "@/lib/library/offsets-after";
import type {
  LibraryCaller,
  LibraryPage,
  LibraryPlace,
  ProviderLibrary,
} from "@/lib/library/provider-library";
import { ProviderError } from "@/lib/traffic/provider-error";
import { addedRow, bareRow, playlistRow, type RowReader } from "./library-row";
import { appleFetch } from "./request";

const page = z.object({
  data: z.array(z.unknown()),
  next: z.string().nullish(),
  meta: z.object({ total: z.number().int().nonnegative().nullish() }).nullish().catch(null),
});

type List = {
  group: "library" | "playlists" | "playlist-items" | "history";
  path: string;
  /** As many as Apple gives at once. */
  pageSize: number;
  query?: Record<string, string>;
  readRow: RowReader;
  /** The same thing may stand in it again: then its length says nothing of how many there are. */
  repeats?: true;
};

/** A relation without anything in it is answered as if it were not there. */
const NO_RELATED = "40403";
const isEmptyRelation = (error: unknown) =>
  error instanceof ProviderError && error.kind === "not_found" && error.reason === NO_RELATED;

async function readList(
  { token }: LibraryCaller,
  cursor: string,
  { group, path, pageSize, query, readRow, repeats }: List,
): Promise<LibraryPage> {
  const offset = Number(cursor || 0);
  try {
    const asked = { ...query, limit: pageSize, offset };
    const { data, next, meta } = await appleFetch({ token, group, path, query: asked }, page);
    const total = meta?.total ?? null;
    const at = { offset, total: total ?? 0, hasNext: Boolean(next) };
    const ahead = offsetsAfter(at, pageSize);
    return { rows: data.map(readRow), offset, ahead, total: repeats ? null : total };
  } catch (error) {
    if (isEmptyRelation(error)) return { rows: [], offset, ahead: [], total: 0 };
    throw error;
  }
}

/** The catalogue knows ISRCs and addresses, the library does not. */
const WITH_CATALOG = { include: "catalog" };
const LIBRARY_PAGE = 100;

const inLibrary = (kind: "songs" | "albums" | "artists", readRow: RowReader): List => ({
  group: "library",
  path: `/me/library/${kind}`,
  pageSize: LIBRARY_PAGE,
  query: WITH_CATALOG,
  readRow,
});

const playlists: List = {
  group: "playlists",
  path: "/me/library/playlists",
  pageSize: LIBRARY_PAGE,
  readRow: playlistRow,
};

const tracksOf = (playlistId: string): List => ({
  group: "playlist-items",
  path: `/me/library/playlists/${encodeURIComponent(playlistId)}/tracks`,
  pageSize: LIBRARY_PAGE,
  query: WITH_CATALOG,
  readRow: bareRow,
});

function listOf({ part, subject }: LibraryPlace): List {
  switch (part) {
    case "top_albums":
      return {
        group: "history",
        path: "/me/history/heavy-rotation",
        pageSize: 10,
        readRow: bareRow,
      };
    case "recent_tracks":
      return {
        group: "history",
        path: "/me/recent/played/tracks",
        pageSize: 30,
        readRow: bareRow,
        repeats: true,
      };
    case "recently_added":
      return {
        group: "library",
        path: "/me/library/recently-added",
        pageSize: 25,
        readRow: addedRow,
      };
    case "playlists":
      return subject === "" ? playlists : tracksOf(subject);
    case "saved_tracks":
      return inLibrary("songs", addedRow);
    case "saved_albums":
      return inLibrary("albums", addedRow);
    case "followed_artists":
      return inLibrary("artists", bareRow);
    default:
      throw new Error(`Apple Music has no list of ${part}.`);
  }
}

const ONLY_LIST = [""] as const;

export const appleLibrary: ProviderLibrary = {
  subjects: {
    top_albums: ["heavy_rotation"],
    recent_tracks: ONLY_LIST,
    recently_added: ONLY_LIST,
    playlists: ONLY_LIST,
    saved_tracks: ONLY_LIST,
    saved_albums: ONLY_LIST,
    followed_artists: ONLY_LIST,
  },
  // no list promises its order, and totals are not promised for all
  newestFirst: [],
  playsShown: 0,
  withheld: () => null,
  readPage: (caller, place) => readList(caller, place.cursor, listOf(place)),
};
