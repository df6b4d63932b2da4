import { Hono } from "hono";
import type { Context } from "../context";
import { fullAlbumJson, performerJson } from "./album-json";
import { addedAtOf, heldUris, libraryOf } from "./library";
import { pageJson, readPage } from "./paging";
import { insufficientScope, problem } from "./problems";
import { type Api, type ApiEnv, apiBase, hasScope, userIdOf } from "./session";
import { trackJson } from "./track-json";
import { trackView } from "./track-view";

const limits = { limit: { default: 20, most: 50 }, mostOffset: 100_000 };
const idOf = (uri: string) => uri.split(":")[2] ?? "";

/** What a user has saved and whom they follow, page by page. */
export function savedRoutes(context: Context) {
  const routes = new Hono<ApiEnv>();

  const reader = (http: Api, scope: string) => {
    const userId = userIdOf(http);
    return userId && hasScope(http, scope) ? libraryOf(context.store.state.spotify, userId) : null;
  };

  routes.get("/me/tracks", (http) => {
    const library = reader(http, "user-library-read");
    if (!library) return insufficientScope(http);
    const asked = readPage(http, limits);
    if ("message" in asked) return problem(http, 400, asked.message);
    const view = trackView(context, http);
    return http.json(
      pageJson(http, "/me/tracks", asked, heldUris(library, "track"), (uri) => {
        const track = context.spotify.trackOf(uri);
        return { added_at: addedAtOf(library, uri), track: track && trackJson(view, track) };
      }),
    );
  });

  routes.get("/me/albums", (http) => {
    const library = reader(http, "user-library-read");
    if (!library) return insufficientScope(http);
    const asked = readPage(http, limits);
    if ("message" in asked) return problem(http, 400, asked.message);
    const view = trackView(context, http);
    return http.json(
      pageJson(http, "/me/albums", asked, heldUris(library, "album"), (uri) => {
        const found = context.spotify.album(idOf(uri));
        return { added_at: addedAtOf(library, uri), album: found && fullAlbumJson(view, found) };
      }),
    );
  });

  routes.get("/me/following", (http) => {
    const library = reader(http, "user-follow-read");
    if (!library) return insufficientScope(http);
    if (http.req.query("type") !== "artist") return problem(http, 400, "Invalid type");
    const asked = readPage(http, limits);
    if ("message" in asked) return problem(http, 400, asked.message);
    const { limit } = asked;
    const after = http.req.query("after") ?? "";
    const followed = heldUris(library, "artist").map(idOf).toSorted();
    const rest = followed.filter((id) => id > after);
    const page = rest.slice(0, limit);
    const last = rest.length > limit ? (page.at(-1) ?? null) : null;
    const link = (cursor: string) =>
      `${apiBase(http)}/me/following?type=artist&limit=${limit}${cursor && `&after=${cursor}`}`;
    const view = trackView(context, http);
    return http.json({
      artists: {
        href: link(after),
        limit,
        next: last && link(last),
        cursors: { after: last },
        total: followed.length,
        items: page
          .map((id) => context.spotify.artist(id))
          .filter((artist) => artist !== null)
          .map((artist) => performerJson(view, artist)),
      },
    });
  });
  return routes;
}
