import { z } from "zod";
import type { Db } from "@/db/handle";
import { hasPlaylist } from "@/db/queries/library-lookups";
import { findLibrary } from "@/db/queries/library-pages";
import { type StatePart, stateAsOf, stateSorts } from "@/db/queries/library-state";
import type { Provider } from "@/lib/connections/provider";
import { AppError } from "@/lib/errors";
import { readAsOf } from "@/lib/library/read-library";
import { appleProvider, libraryPage, provider, topRange } from "./library-schemas";
import { type Operation, operation, type Surroundings } from "./operation";
import { cursor, cursorTo, limit } from "./page";
import { moment, ofPlaylist } from "./shared-schemas";

const listQuery = z.strictObject({
  provider,
  at: moment
    .optional()
    .describe(
      "The library as it was then; without it, as it is. Of the time before Clouder first read it, the dates in it tell. In an address, + is %2B.",
    ),
  q: z.string().trim().max(100).optional().describe("In the name, the artists or the album."),
  sort: z.enum(stateSorts).default("list"),
  order: z.enum(["asc", "desc"]).default("asc").describe("Of every sort but list."),
  limit,
  cursor: cursor(z.tuple([z.coerce.number().int(), z.coerce.number().int().min(0)])),
});
type ListQuery = z.output<typeof listQuery>;

const columns = ["externalId", "kind", "name", "artists", "albumName", "isrc", "durationMs"];
const lastColumns = ["releasedOn", "genres", "url"];
const addedColumns = [...columns, "addedAt", ...lastColumns];

/** The connection whose library is meant. */
export async function connectionOf(
  db: Db,
  args: { userId: string; provider: Provider },
): Promise<string> {
  const library = await findLibrary(db, args);
  if (!library) throw new AppError("NOT_FOUND", `There is no library of ${args.provider}.`);
  return library.connectionId;
}

/** A page of a list at the moment of the first page: nothing moves between two pages. */
async function readList(
  { db, user, now, query }: Surroundings & { query: ListQuery },
  { part, ...of }: { part: StatePart; subject?: string },
) {
  const connectionId = await connectionOf(db, { userId: user.id, provider: query.provider });
  const wanted = query.at ? Math.min(Date.parse(query.at), now.getTime()) : now.getTime();
  const [time = wanted, offset = 0] = query.cursor ?? [];
  const at = new Date(time);
  const wish = {
    userId: user.id,
    connectionId,
    ...of,
    ...(query.q && { text: query.q }),
    sort: query.sort,
    descending: query.order === "desc",
    offset,
    limit: query.limit,
  };
  const isNow = !query.at && !query.cursor;
  const read = isNow ? stateAsOf : readAsOf;
  const { rows, total } = await read(db, part, at, wish);
  const next = offset + rows.length;
  const goesOn = rows.length > 0 && next < total;
  return {
    items: rows,
    total,
    at: at.toISOString(),
    nextCursor: goesOn ? cursorTo(time, next) : null,
  };
}

type List = { id: string; path: string; summary: string; part: StatePart; csv: string[] };

const plainList = ({ part, ...shown }: List): Operation =>
  operation({
    ...shown,
    method: "GET",
    scope: "library:read",
    query: listQuery,
    answer: libraryPage,
    run: (args) => readList(args, { part }),
  });

const topList = ({ part, ...shown }: List): Operation =>
  operation({
    ...shown,
    method: "GET",
    scope: "library:read",
    query: listQuery.extend({ range: topRange }),
    answer: libraryPage,
    run: (args) => readList(args, { part, subject: args.query.range }),
  });

/** A list that only Apple Music has, of its one kind. */
const appleList = ({ part, subject, ...shown }: List & { subject?: string }): Operation =>
  operation({
    ...shown,
    method: "GET",
    scope: "library:read",
    query: listQuery.extend({ provider: appleProvider }),
    answer: libraryPage,
    run: (args) => readList(args, { part, subject }),
  });

const playlistItems = operation({
  id: "listPlaylistItems",
  method: "GET",
  path: "/library/playlists/{id}/items",
  summary: "What a playlist of my library holds",
  scope: "library:read",
  params: ofPlaylist,
  query: listQuery,
  answer: libraryPage,
  csv: [...addedColumns, "addedBy"],
  run: async (args) => {
    const { db, user, params, query } = args;
    const connectionId = await connectionOf(db, { userId: user.id, provider: query.provider });
    const known = await hasPlaylist(db, { userId: user.id, connectionId, playlistId: params.id });
    if (!known) throw new AppError("NOT_FOUND", "That playlist is not in this library.");
    return readList(args, { part: "playlist_items", subject: params.id });
  },
});

export const libraryOperations = [
  topList({
    id: "listTopTracks",
    path: "/library/top-tracks",
    summary: "My top tracks, by rank",
    part: "top_tracks",
    csv: ["rank", ...columns, ...lastColumns],
  }),
  topList({
    id: "listTopArtists",
    path: "/library/top-artists",
    summary: "My top artists, by rank",
    part: "top_artists",
    csv: ["rank", "externalId", "name", "genres", "url"],
  }),
  appleList({
    id: "listTopAlbums",
    path: "/library/top-albums",
    summary: "My heavy rotation at Apple Music, by rank",
    part: "top_albums",
    subject: "heavy_rotation",
    csv: ["rank", "externalId", "kind", "name", "artists", "releasedOn", "url"],
  }),
  appleList({
    id: "listRecentTracks",
    path: "/library/recent-tracks",
    summary: "What I played last at Apple Music, each track once; it tells no times",
    part: "recent_tracks",
    csv: ["rank", ...columns, ...lastColumns],
  }),
  appleList({
    id: "listRecentlyAdded",
    path: "/library/recently-added",
    summary: "What I added to my library at Apple Music, the newest first",
    part: "recently_added",
    csv: ["externalId", "kind", "name", "artists", "addedAt", "releasedOn", "url"],
  }),
  plainList({
    id: "listPlaylists",
    path: "/library/playlists",
    summary: "The playlists of my library, mine and followed ones",
    part: "playlists",
    csv: ["externalId", "name", "playlist.ownerName", "playlist.isOwned", "playlist.total", "url"],
  }),
  playlistItems,
  plainList({
    id: "listSavedTracks",
    path: "/library/saved-tracks",
    summary: "The tracks I saved, the newest first",
    part: "saved_tracks",
    csv: addedColumns,
  }),
  plainList({
    id: "listSavedAlbums",
    path: "/library/saved-albums",
    summary: "The albums I saved, the newest first",
    part: "saved_albums",
    csv: addedColumns,
  }),
  plainList({
    id: "listFollowedArtists",
    path: "/library/followed-artists",
    summary: "The artists I follow, by name",
    part: "followed_artists",
    csv: ["externalId", "name", "genres", "url"],
  }),
];
