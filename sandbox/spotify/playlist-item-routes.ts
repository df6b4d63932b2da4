import { Hono } from "hono";
import { z } from "zod";
import type { Context } from "../context";
import type { Playlist } from "../state/state";
import { insertRows, removeRows, reorderRows } from "./edit-rows";
import { pickFields } from "./fields";
import { pageJson, readPage } from "./paging";
import { mayEdit, mayRead } from "./playlist-access";
import { editedPlaylist, rowJson, snapshotOf, trackIdOfUri } from "./playlist-json";
import { forbidden, insufficientScope, invalidId, problem, resourceNotFound } from "./problems";
import { type Api, type ApiEnv, bodyOf, userIdOf } from "./session";
import { trackView } from "./track-view";

const limits = { limit: { default: 20, most: 50 }, mostOffset: 100_000 };
const MOST_WRITTEN = 100;
const MOST_ROWS = 10_000;

const position = z.number().int().min(0);
const reorderBody = z.object({
  range_start: position,
  insert_before: position,
  range_length: z.number().int().min(1).default(1),
});
const urisBody = z.object({ uris: z.array(z.string()), position: position.optional() });
const itemsBody = z.object({ items: z.array(z.unknown()) });
const item = z.object({ uri: z.string() });

/** The items of a playlist: read, add, replace, reorder, remove. */
export function playlistItemRoutes(context: Context) {
  const routes = new Hono<ApiEnv>();

  const edit = (
    http: Api,
    status: 200 | 201,
    change: (playlist: Playlist, body: unknown) => Playlist["rows"] | Response,
  ) => {
    const { playlists } = context.store.state.spotify;
    return bodyOf(http).then((body) => {
      const playlist = playlists[http.req.param("id") ?? ""];
      if (!playlist) return resourceNotFound(http);
      if (playlist.ownerId !== userIdOf(http) && !playlist.collaborative) return forbidden(http);
      if (!mayEdit(http, playlist)) return insufficientScope(http);
      const rows = change(playlist, body);
      if (rows instanceof Response) return rows;
      if (rows.length > MOST_ROWS) return problem(http, 400, "Playlist size limit reached");
      const changed = editedPlaylist(playlist, { rows }, context.now());
      playlists[playlist.id] = changed;
      return http.json({ snapshot_id: snapshotOf(changed) }, status);
    });
  };

  const rowsOf = (http: Api, uris: readonly string[]): Playlist["rows"] | Response => {
    if (uris.length > MOST_WRITTEN) {
      return problem(http, 400, "You can add a maximum of 100 tracks per request.");
    }
    if (uris.some((uri) => trackIdOfUri(uri) === null)) return invalidId(http);
    const unknown = uris.some((uri) => context.spotify.track(trackIdOfUri(uri) ?? "") === null);
    if (unknown) return problem(http, 400, "Payload contains a non-existing ID");
    const addedAt = `${context.now().toISOString().slice(0, 19)}Z`;
    return uris.map((uri) => ({ uri, addedAt, addedBy: userIdOf(http) ?? "" }));
  };

  /** `uris` in the address win over the body. */
  const askedUris = (http: Api, body: unknown) => {
    const inQuery = http.req.query("uris");
    const at = http.req.query("position");
    return urisBody.safeParse(
      inQuery === undefined
        ? body
        : { uris: inQuery.split(",").filter(Boolean), ...(at && { position: Number(at) }) },
    );
  };

  routes.get("/playlists/:id/items", (http) => {
    const playlist = context.store.state.spotify.playlists[http.req.param("id")];
    if (!playlist) return resourceNotFound(http);
    if (!mayRead(http, playlist)) return forbidden(http);
    const asked = readPage(http, limits);
    if ("message" in asked) return problem(http, 400, asked.message);
    const view = trackView(context, http);
    const page = pageJson(http, `/playlists/${playlist.id}/items`, asked, playlist.rows, (row) =>
      rowJson(context, view, row),
    );
    return http.json(pickFields(page, http.req.query("fields")));
  });

  routes.post("/playlists/:id/items", (http) =>
    edit(http, 201, (playlist, body) => {
      const asked = askedUris(http, body);
      if (!asked.success) return problem(http, 400, "No uris provided");
      const rows = rowsOf(http, asked.data.uris);
      if (rows instanceof Response) return rows;
      if ((asked.data.position ?? 0) > playlist.rows.length) {
        return problem(http, 400, "Index out of bounds");
      }
      return insertRows(playlist.rows, rows, asked.data.position);
    }),
  );

  routes.put("/playlists/:id/items", (http) =>
    edit(http, 200, (playlist, body) => {
      const reorder = reorderBody.safeParse(body);
      if (reorder.success) {
        const { range_start, insert_before, range_length } = reorder.data;
        const { length } = playlist.rows;
        if (range_start + range_length > length || insert_before > length) {
          return problem(http, 400, "Index out of bounds");
        }
        return reorderRows(playlist.rows, {
          rangeStart: range_start,
          insertBefore: insert_before,
          rangeLength: range_length,
        });
      }
      const asked = askedUris(http, body);
      return asked.success
        ? rowsOf(http, asked.data.uris)
        : problem(http, 400, "Missing required field: uris");
    }),
  );

  routes.delete("/playlists/:id/items", (http) =>
    edit(http, 200, (playlist, body) => {
      const asked = itemsBody.safeParse(body);
      if (!asked.success || !asked.data.items.length) {
        return problem(http, 400, "No uris provided");
      }
      if (asked.data.items.length > MOST_WRITTEN) {
        return problem(http, 400, "You can remove a maximum of 100 tracks per request.");
      }
      const items = z.array(item).safeParse(asked.data.items);
      if (!items.success) return invalidId(http);
      return removeRows(playlist.rows, new Set(items.data.map(({ uri }) => uri)));
    }),
  );
  return routes;
}
