import { Hono } from "hono";
import type { Context } from "../context";
import { isSpotifyId } from "./ids";
import { pageJson, readPage } from "./paging";
import { invalidId, problem, resourceNotFound } from "./problems";
import { parseSearch } from "./search-query";
import type { ApiEnv } from "./session";
import { playableIn } from "./track";
import { trackJson } from "./track-json";
import { countryOf, trackView } from "./track-view";

const limits = { limit: { default: 5, most: 10 }, mostOffset: 1_000 };

/** Search and single tracks: open to every token. */
export function searchRoutes(context: Context) {
  const routes = new Hono<ApiEnv>();

  routes.get("/search", (http) => {
    const { q, type } = http.req.query();
    if (!q) return problem(http, 400, "No search query");
    if (!type) return problem(http, 400, "Missing parameter type");
    if (type !== "track") return problem(http, 400, "The sandbox searches for tracks only");
    const asked = readPage(http, limits);
    if ("message" in asked) return problem(http, 400, asked.message);

    const query = parseSearch(q);
    const found =
      query.isrc === null ? context.spotify.byText(query) : context.spotify.byIsrc(query.isrc);
    const country = countryOf(http);
    const view = trackView(context, http);
    const playable = found.filter((track) => playableIn(track, country));
    return http.json({
      tracks: pageJson(http, "/search", asked, playable, (track) => trackJson(view, track)),
    });
  });

  routes.get("/tracks/:id", (http) => {
    const id = http.req.param("id");
    if (!isSpotifyId(id)) return invalidId(http);
    const track = context.spotify.track(id);
    return track ? http.json(trackJson(trackView(context, http), track)) : resourceNotFound(http);
  });
  return routes;
}
