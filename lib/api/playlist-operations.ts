import { z } from "zod";
import { listOwnPlaylists } from "@/db/queries/playlists-own";
import { AppError } from "@/lib/errors";
import { readStates } from "@/lib/playlists/read-states";
import { operation } from "./operation";
import { cursor, cursorTo, limit, pageOf } from "./page";
import { ownPlaylist, playlistState } from "./plan-schemas";
import { ofPlaylist } from "./shared-schemas";

const listPlaylists = operation({
  id: "listOwnPlaylists",
  method: "GET",
  path: "/playlists",
  summary: "The playlists whose rows I see, by name",
  scope: "playlists:read",
  query: z.strictObject({ limit, cursor: cursor(z.tuple([z.string()])) }),
  answer: pageOf("OwnPlaylistPage", ownPlaylist),
  run: async ({ db, user, query }) => {
    const [after] = query.cursor ?? [];
    const rows = await listOwnPlaylists(db, {
      userId: user.id,
      after,
      limit: query.limit + 1,
    });
    const items = rows.slice(0, query.limit);
    const last = rows.length > items.length ? items.at(-1) : undefined;
    return { items, nextCursor: last ? cursorTo(last.id) : null };
  },
});

const listStates = operation({
  id: "listPlaylistStates",
  method: "GET",
  path: "/playlists/{id}/states",
  summary: "The lists that Clouder kept of a playlist, the newest first; each can be brought back",
  scope: "playlists:read",
  params: ofPlaylist,
  query: z.strictObject({
    limit,
    cursor: cursor(z.tuple([z.coerce.number().int().positive()])),
  }),
  answer: pageOf("PlaylistStatePage", playlistState),
  run: async ({ db, user, params, query }) => {
    const [playlist] = await listOwnPlaylists(db, {
      userId: user.id,
      playlistId: params.id,
      withGone: true,
      limit: 1,
    });
    if (!playlist) throw new AppError("NOT_FOUND", "There is no such playlist in your library.");
    const [before] = query.cursor ?? [];
    const wanted = { userId: user.id, playlistId: params.id, before, limit: query.limit };
    const { states, older } = await readStates(db, wanted);
    return { items: states, nextCursor: older === null ? null : cursorTo(older) };
  },
});

export const playlistOperations = [listPlaylists, listStates];
