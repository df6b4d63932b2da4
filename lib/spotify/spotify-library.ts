import "server-only";
import { z } from "zod";
import { offsetsAfter } from "@/lib/library/offsets-after";
import type {
  LibraryCaller,
  LibraryPage,
  LibraryPlace,
  ProviderLibrary,
} from "@/lib/library/provider-library";
import { bareRow, placeRow, playlistRow, playRow, type RowReader, savedRow } from "./library-row";
import { libraryScopes } from "./library-scopes";
import { spotifyFetch } from "./request";

const PAGE_SIZE = 50;

const page = z.object({
  items: z.array(z.unknown()),
  next: z.string().nullish(),
  total: z.number().int().nonnegative().nullish(),
});

/** Spotify promises no more than fifty, and its totals of these lists are not to be relied on. */
async function readTop(
  { token }: LibraryCaller,
  { part, subject }: LibraryPlace,
): Promise<LibraryPage> {
  const kind = part === "top_tracks" ? "track" : "artist";
  const query = { time_range: `${subject}_term`, limit: PAGE_SIZE, offset: 0 };
  const { items } = await spotifyFetch(
    { token, group: "top", path: `/me/top/${kind}s`, query },
    page,
  );
  return { rows: items.map(bareRow(kind)), offset: 0, ahead: [], total: null };
}

/** Spotify remembers the last fifty plays; there is no way to older ones. */
async function readPlays({ token }: LibraryCaller): Promise<LibraryPage> {
  const path = "/me/player/recently-played";
  const { items } = await spotifyFetch(
    { token, group: "player", path, query: { limit: PAGE_SIZE } },
    page,
  );
  return { rows: items.map(playRow), offset: 0, ahead: [], total: null };
}

type OffsetList = {
  group: "playlists" | "playlist-items" | "library";
  path: string;
  query?: Record<string, string>;
  readRow: RowReader;
};

async function readOffset(
  { token }: LibraryCaller,
  cursor: string,
  { group, path, query, readRow }: OffsetList,
): Promise<LibraryPage> {
  const offset = Number(cursor || 0);
  const { items, next, total } = await spotifyFetch(
    { token, group, path, query: { ...query, limit: PAGE_SIZE, offset } },
    page,
  );
  const rows = items.map(readRow);
  const at = { offset, total: total ?? 0, hasNext: Boolean(next) };
  return { rows, offset, ahead: offsetsAfter(at, PAGE_SIZE), total: total ?? null };
}

const following = z.object({
  artists: page.extend({ cursors: z.object({ after: z.string().nullish() }).nullish() }),
});

async function readFollowed(
  { token }: LibraryCaller,
  { cursor }: LibraryPlace,
): Promise<LibraryPage> {
  const [offsetText, after] = cursor.split(":");
  const offset = Number(offsetText || 0);
  const { artists } = await spotifyFetch(
    {
      token,
      group: "following",
      path: "/me/following",
      query: { type: "artist", limit: PAGE_SIZE, after },
    },
    following,
  );
  const { items, next, cursors, total } = artists;
  const more = next && cursors?.after && items.length > 0;
  return {
    rows: items.map(bareRow("artist")),
    offset,
    ahead: more ? [`${offset + items.length}:${cursors.after}`] : [],
    total: total ?? null,
  };
}

function readPage(caller: LibraryCaller, place: LibraryPlace): Promise<LibraryPage> {
  const { part, subject, cursor } = place;
  switch (part) {
    case "top_tracks":
    case "top_artists":
      return readTop(caller, place);
    case "recently_played":
      return readPlays(caller);
    case "playlists":
      return readOffset(
        caller,
        cursor,
        subject === ""
          ? { group: "playlists", path: "/me/playlists", readRow: playlistRow(caller.profileId) }
          : {
              group: "playlist-items",
              path: `/playlists/${encodeURIComponent(subject)}/items`,
              query: { additional_types: "track,episode" },
              readRow: placeRow,
            },
      );
    case "saved_tracks":
      return readOffset(caller, cursor, {
        group: "library",
        path: "/me/tracks",
        readRow: savedRow("track"),
      });
    case "saved_albums":
      return readOffset(caller, cursor, {
        group: "library",
        path: "/me/albums",
        readRow: savedRow("album"),
      });
    case "followed_artists":
      return readFollowed(caller, place);
    default:
      throw new Error(`Spotify has no list of ${part}.`);
  }
}

const RANGES = ["short", "medium", "long"] as const;
const ONLY_LIST = [""] as const;

export const spotifyLibrary: ProviderLibrary = {
  subjects: {
    top_tracks: RANGES,
    top_artists: RANGES,
    recently_played: ONLY_LIST,
    playlists: ONLY_LIST,
    saved_tracks: ONLY_LIST,
    saved_albums: ONLY_LIST,
    followed_artists: ONLY_LIST,
  },
  newestFirst: ["saved_tracks", "saved_albums"],
  playsShown: PAGE_SIZE,
  withheld: (part, scopes) => {
    const needed = libraryScopes[part];
    // nothing noted: then Spotify's own answer says what was granted
    const granted = !needed || scopes.length === 0 || scopes.includes(needed.scope);
    return granted ? null : `Reconnect Spotify to allow reading ${needed.words}.`;
  },
  readPage,
};
