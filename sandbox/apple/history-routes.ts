import { Hono } from "hono";
import type { Context } from "../context";
import { lastPlays } from "../listener/history";
import { topUris } from "../listener/top-list";
import { libraryPlaylistJson } from "./library-routes";
import { pageAnswer } from "./paging";
import type { AppleEnv } from "./session";
import { shelfOf } from "./shelf";
import { libraryAlbumJson, songJson } from "./song-json";

/** Apple remembers no more plays than these for apps, and no times. */
const KEPT_PLAYS = 50;
const HEAVY = 20;

/** What a person plays and adds, newest or heaviest first. */
export function historyRoutes(context: Context) {
  const routes = new Hono<AppleEnv>();

  routes.get("/me/storefront", (http) => {
    const id = http.get("user").country.toLowerCase();
    return http.json({ data: [{ id, type: "storefronts", href: `/v1/storefronts/${id}` }] });
  });

  routes.get("/me/recent/played/tracks", (http) => {
    const user = http.get("user");
    const { origin } = new URL(http.req.url);
    const items = lastPlays(context, user.id, KEPT_PLAYS).flatMap(
      ({ uri }) => context.spotify.trackOf(uri) ?? [],
    );
    const list = { path: "/me/recent/played/tracks", items, limit: 10, most: 30 };
    return pageAnswer(http, list, (track) => songJson(context, origin, track, user.country));
  });

  routes.get("/me/history/heavy-rotation", (http) => {
    const { origin } = new URL(http.req.url);
    const tracks = topUris(context, http.get("user").id, "tracks", "short_term").flatMap(
      (uri) => context.spotify.trackOf(uri) ?? [],
    );
    const albumIds = [...new Set(tracks.map(({ album }) => album.id))].slice(0, HEAVY);
    const items = albumIds.flatMap((id) => context.spotify.album(id) ?? []);
    const list = { path: "/me/history/heavy-rotation", items, limit: 10, most: 10 };
    return pageAnswer(http, list, (sheet) =>
      libraryAlbumJson(origin, sheet, sheet.album.releaseDay),
    );
  });

  routes.get("/me/library/recently-added", (http) => {
    const { origin } = new URL(http.req.url);
    const shelf = shelfOf(context, http.get("user"));
    const items = [
      ...shelf.albums().map(({ sheet, addedAt }) => ({
        addedAt,
        json: () => libraryAlbumJson(origin, sheet, addedAt),
      })),
      ...shelf.playlists().map((each) => ({
        addedAt: each.addedAt,
        json: () => libraryPlaylistJson(each),
      })),
    ].toSorted((left, right) => right.addedAt.localeCompare(left.addedAt));
    const list = { path: "/me/library/recently-added", items, limit: 10, most: 25 };
    return pageAnswer(http, list, ({ json }) => json());
  });
  return routes;
}
