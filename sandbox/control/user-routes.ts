import { Hono } from "hono";
import { z } from "zod";
import type { Context } from "../context";
import { insertRows, removeRows, reorderRows } from "../spotify/edit-rows";
import { editedPlaylist, snapshotOf, trackIdOfUri } from "../spotify/playlist-json";
import { demoUser } from "../state/demo-users";
import { dropAccessTokens, revokeRefreshTokens } from "../state/grants";
import type { Playlist } from "../state/state";
import { ControlError, readBody } from "./bodies";

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
const revokeBody = z.strictObject({ accessTokens: z.boolean().default(false) });
const expireBody = z.strictObject({ refreshTokens: z.boolean().default(false) });
const listingBody = z.strictObject({ listed: z.boolean() });

/** Acts as a demo user would in Spotify itself. */
export function userRoutes(context: Context) {
  const routes = new Hono();
  const spotify = () => context.store.state.spotify;

  const userOf = (id: string) => {
    const user = demoUser(id);
    if (!user) throw new ControlError(404, `There is no demo user "${id}".`);
    return user;
  };

  const editPlaylist = (
    owner: { user: string; playlist: string },
    change: (playlist: Playlist) => Playlist["rows"],
  ) => {
    const playlist = spotify().playlists[owner.playlist];
    if (playlist?.ownerId !== userOf(owner.user).id) {
      throw new ControlError(404, `${owner.user} has no playlist "${owner.playlist}".`);
    }
    const changed = editedPlaylist(playlist, { rows: change(playlist) }, context.now());
    spotify().playlists[playlist.id] = changed;
    return { snapshotId: snapshotOf(changed), uris: changed.rows.map(({ uri }) => uri) };
  };

  routes.post("/:user/playlists/:playlist/add", async (http) => {
    const body = await readBody(http, addBody);
    const strange = body.uris.find((uri) => !context.spotify.track(trackIdOfUri(uri) ?? ""));
    if (strange) throw new ControlError(400, `uris: "${strange}" is no track of this world.`);
    const { user } = http.req.param();
    const addedAt = `${context.now().toISOString().slice(0, 19)}Z`;
    const rows = body.uris.map((uri) => ({ uri, addedAt, addedBy: user }));
    return http.json(
      editPlaylist(http.req.param(), (playlist) => insertRows(playlist.rows, rows, body.position)),
    );
  });

  routes.post("/:user/playlists/:playlist/remove", async (http) => {
    const body = await readBody(http, removeBody);
    return http.json(
      editPlaylist(http.req.param(), ({ rows }) =>
        removeRows(
          rows.filter((_, index) => !body.positions.includes(index)),
          new Set(body.uris),
        ),
      ),
    );
  });

  routes.post("/:user/playlists/:playlist/move", async (http) => {
    const { from, before, length } = await readBody(http, moveBody);
    return http.json(
      editPlaylist(http.req.param(), ({ rows }) => {
        if (from + length > rows.length || before > rows.length) {
          throw new ControlError(400, `The playlist has ${rows.length} items.`);
        }
        return reorderRows(rows, { rangeStart: from, insertBefore: before, rangeLength: length });
      }),
    );
  });

  routes.post("/:user/revoke", async (http) => {
    const { accessTokens } = await readBody(http, revokeBody);
    const { id } = userOf(http.req.param("user"));
    return http.json({
      refreshTokens: revokeRefreshTokens(spotify(), id),
      accessTokens: accessTokens ? dropAccessTokens(spotify(), id) : 0,
    });
  });

  routes.post("/:user/expire-tokens", async (http) => {
    const { refreshTokens } = await readBody(http, expireBody);
    const { id } = userOf(http.req.param("user"));
    const expired = Object.values(spotify().refreshTokens).filter(({ userId }) => userId === id);
    if (refreshTokens) for (const grant of expired) grant.expiresAt = 0;
    return http.json({
      accessTokens: dropAccessTokens(spotify(), id),
      refreshTokens: refreshTokens ? expired.length : 0,
    });
  });

  routes.post("/:user/listing", async (http) => {
    const { listed } = await readBody(http, listingBody);
    const { id } = userOf(http.req.param("user"));
    const others = spotify().unlisted.filter((each) => each !== id);
    spotify().unlisted = listed ? others : [...others, id];
    return http.json({ listed });
  });
  return routes;
}
