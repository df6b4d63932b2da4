import { randomInt } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import type { Context } from "../context";
import { hashedId } from "../listener/hashed-id";
import { secondOf } from "../listener/month";
import { insertRows, removeRows, reorderRows } from "../spotify/edit-rows";
import { follow } from "../spotify/library";
import { editedPlaylist, snapshotOf } from "../spotify/playlist-json";
import type { Playlist } from "../state/state";
import { randomFrom } from "../world/random";
import { ControlError, readBody } from "./bodies";
import { userIn } from "./demo-user";
import { requireKnown } from "./known-uris";

const position = z.number().int().min(0);
const uris = z.array(z.string());
const addBody = z.strictObject({ uris: uris.min(1), position: position.optional() });
const removeBody = z
  .strictObject({ uris: uris.default([]), positions: z.array(position).default([]) })
  .refine((body) => body.uris.length + body.positions.length > 0, "Name uris or positions.");
const moveBody = z.strictObject({
  from: position,
  /** The row it goes in front of, counted before the move. */
  before: position,
  length: z.number().int().positive().default(1),
});
const detailsBody = z.strictObject({
  name: z.string().min(1).max(200).optional(),
  description: z.string().max(300).optional(),
  public: z.boolean().optional(),
  collaborative: z.boolean().optional(),
});
const newBody = detailsBody.extend({
  name: z.string().min(1).max(200),
  uris: uris.max(10_000).default([]),
});

/** Lets a demo user make and edit their playlists as in Spotify itself. */
export function playlistControls(context: Context) {
  const routes = new Hono();
  const spotify = () => context.store.state.spotify;

  const rowsOf = (added: readonly string[], userId: string) => {
    requireKnown(context, added, ["track"]);
    const addedAt = secondOf(context.now().getTime());
    return added.map((uri) => ({ uri, addedAt, addedBy: userId }));
  };

  const edit = (
    userId: string,
    playlistId: string,
    change: (playlist: Playlist) => Partial<Playlist>,
  ) => {
    const playlist = spotify().playlists[playlistId];
    if (playlist?.ownerId !== userId) {
      throw new ControlError(404, `${userId} has no playlist "${playlistId}".`);
    }
    const changed = editedPlaylist(playlist, change(playlist), context.now());
    spotify().playlists[playlist.id] = changed;
    return { snapshotId: snapshotOf(changed), uris: changed.rows.map(({ uri }) => uri) };
  };

  routes.post("/:user/playlists", async (http) => {
    const { id: ownerId } = userIn(context, http);
    const body = await readBody(http, newBody);
    const playlist: Playlist = {
      id: hashedId(randomFrom(randomInt(2 ** 40)), "37"),
      ownerId,
      name: body.name,
      description: body.description ?? "",
      public: body.public ?? !body.collaborative,
      collaborative: body.collaborative ?? false,
      version: 1,
      changedAt: context.now().getTime(),
      drawn: false,
      rows: rowsOf(body.uris, ownerId),
    };
    spotify().playlists[playlist.id] = playlist;
    const second = secondOf(context.now().getTime());
    follow(spotify(), ownerId, [`spotify:playlist:${playlist.id}`], second);
    return http.json({ id: playlist.id, snapshotId: snapshotOf(playlist) }, 201);
  });

  routes.post("/:user/playlists/:playlist/details", async (http) => {
    const { id } = userIn(context, http);
    const details = await readBody(http, detailsBody);
    return http.json(edit(id, http.req.param("playlist"), () => details));
  });

  routes.post("/:user/playlists/:playlist/add", async (http) => {
    const { id } = userIn(context, http);
    const body = await readBody(http, addBody);
    const rows = rowsOf(body.uris, id);
    return http.json(
      edit(id, http.req.param("playlist"), (playlist) => ({
        rows: insertRows(playlist.rows, rows, body.position),
      })),
    );
  });

  routes.post("/:user/playlists/:playlist/remove", async (http) => {
    const { id } = userIn(context, http);
    const body = await readBody(http, removeBody);
    const places = new Set(body.positions);
    return http.json(
      edit(id, http.req.param("playlist"), ({ rows }) => ({
        rows: removeRows(
          rows.filter((_, index) => !places.has(index)),
          new Set(body.uris),
        ),
      })),
    );
  });

  routes.post("/:user/playlists/:playlist/move", async (http) => {
    const { id } = userIn(context, http);
    const { from, before, length } = await readBody(http, moveBody);
    return http.json(
      edit(id, http.req.param("playlist"), ({ rows }) => {
        if (from + length > rows.length || before > rows.length) {
          throw new ControlError(400, `The playlist has ${rows.length} items.`);
        }
        const range = { rangeStart: from, insertBefore: before, rangeLength: length };
        return { rows: reorderRows(rows, range) };
      }),
    );
  });
  return routes;
}
