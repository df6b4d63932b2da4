import { randomBytes } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import type { Context } from "../context";
import { secondOf } from "../listener/month";
import { demoUser } from "../state/demo-users";
import type { Playlist } from "../state/state";
import { pickFields } from "./fields";
import { follow, heldUris, libraryOf } from "./library";
import { pageJson, readPage } from "./paging";
import { mayEdit, mayRead, maySee } from "./playlist-access";
import { editedPlaylist, playlistJson, rowJson, userRefJson } from "./playlist-json";
import { forbidden, insufficientScope, problem, resourceNotFound } from "./problems";
import { type Api, type ApiEnv, apiBase, bodyOf, hasScope, userIdOf } from "./session";
import type { TrackView } from "./track-json";
import { trackView } from "./track-view";

const listLimits = { limit: { default: 20, most: 50 }, mostOffset: 100_000 };
const FIRST_ITEMS = 100;

const details = z.object({
  name: z.string().min(1).max(200).optional(),
  description: z.string().max(300).nullish(),
  public: z.boolean().optional(),
  collaborative: z.boolean().optional(),
});
const newPlaylist = details.extend({ name: z.string().trim().min(1).max(200) });

const letters = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const newPlaylistId = () =>
  `37${[...randomBytes(20)].map((byte) => letters.charAt(byte % 62)).join("")}`;

/** The user and the playlists: their details, not their items. */
export function playlistRoutes(context: Context) {
  const routes = new Hono<ApiEnv>();
  const state = () => context.store.state.spotify;

  routes.get("/me", (http) => {
    const user = demoUser(userIdOf(http));
    if (!user) return insufficientScope(http);
    return http.json({
      ...userRefJson(apiBase(http), user.id),
      account_id: user.accountId,
      display_name: user.displayName,
      images: [],
    });
  });

  routes.post("/me/playlists", async (http) => {
    const ownerId = userIdOf(http);
    const body = newPlaylist.safeParse(await bodyOf(http));
    if (!body.success) return problem(http, 400, "Missing required field: name");
    const isPublic = body.data.public ?? true;
    const scope = isPublic ? "playlist-modify-public" : "playlist-modify-private";
    if (!ownerId || !hasScope(http, scope)) return insufficientScope(http);
    if (isPublic && body.data.collaborative) {
      return problem(http, 400, "Collaborative playlists can only be private.");
    }
    const playlist: Playlist = {
      id: newPlaylistId(),
      ownerId,
      name: body.data.name,
      description: body.data.description ?? "",
      public: isPublic,
      collaborative: body.data.collaborative ?? false,
      version: 1,
      changedAt: context.now().getTime(),
      drawn: false,
      byApp: true,
      rows: [],
    };
    state().playlists[playlist.id] = playlist;
    const second = secondOf(context.now().getTime());
    follow(state(), ownerId, [`spotify:playlist:${playlist.id}`], second);
    return http.json(withItems(http, playlist), 201);
  });

  routes.get("/me/playlists", (http) => {
    const userId = userIdOf(http);
    if (!userId) return insufficientScope(http);
    const asked = readPage(http, listLimits);
    if ("message" in asked) return problem(http, 400, asked.message);
    const mine = heldUris(libraryOf(state(), userId), "playlist")
      .map((uri) => state().playlists[uri.replace("spotify:playlist:", "")])
      .filter((playlist) => playlist === undefined || maySee(http, playlist));
    const view = trackView(context, http);
    return http.json(
      pageJson(http, "/me/playlists", asked, mine, (playlist) =>
        playlist ? listedJson(view, playlist) : null,
      ),
    );
  });

  const listedJson = (view: TrackView, playlist: Playlist) => ({
    ...playlistJson(context, view, playlist),
    items: {
      href: `${view.base}/playlists/${playlist.id}/items`,
      total: playlist.rows.length,
    },
  });

  function withItems(http: Api, playlist: Playlist) {
    const view = trackView(context, http);
    const readable = mayRead(http, playlist);
    const page = { limit: FIRST_ITEMS, offset: 0 };
    return {
      ...playlistJson(context, view, playlist),
      ...(readable && {
        items: pageJson(http, `/playlists/${playlist.id}/items`, page, playlist.rows, (row) =>
          rowJson(context, view, row),
        ),
      }),
    };
  }

  routes.get("/playlists/:id", (http) => {
    const playlist = state().playlists[http.req.param("id")];
    return playlist
      ? http.json(pickFields(withItems(http, playlist), http.req.query("fields")))
      : resourceNotFound(http);
  });

  routes.put("/playlists/:id", async (http) => {
    const playlist = state().playlists[http.req.param("id")];
    if (!playlist) return resourceNotFound(http);
    if (playlist.ownerId !== userIdOf(http)) return forbidden(http);
    if (!mayEdit(http, playlist)) return insufficientScope(http);
    const body = details.safeParse(await bodyOf(http));
    if (!body.success) return problem(http, 400, "Error parsing JSON.");
    const { description, ...others } = body.data;
    const changes = { ...others, description: description ?? playlist.description };
    const changed = editedPlaylist(playlist, changes, context.now());
    if (changed.collaborative && changed.public) {
      return problem(http, 400, "Collaborative playlists can only be private.");
    }
    state().playlists[playlist.id] = changed;
    return http.body(null, 200);
  });
  return routes;
}
