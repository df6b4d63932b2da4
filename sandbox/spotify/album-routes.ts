import { Hono } from "hono";
import type { Context } from "../context";
import { simplifiedTrackJson } from "./album-json";
import { pageJson, readPage } from "./paging";
import { problem } from "./problems";
import type { ApiEnv } from "./session";
import { trackView } from "./track-view";

const limits = { limit: { default: 20, most: 50 }, mostOffset: 100_000 };

/** The tracks of an album, page by page. */
export function albumRoutes(context: Context) {
  const routes = new Hono<ApiEnv>();
  routes.get("/albums/:id/tracks", (http) => {
    const id = http.req.param("id");
    const found = context.spotify.album(id);
    if (!found) return problem(http, 404, "Resource not found");
    const asked = readPage(http, limits);
    if ("message" in asked) return problem(http, 400, asked.message);
    const view = trackView(context, http);
    return http.json(
      pageJson(http, `/albums/${id}/tracks`, asked, found.tracks, (track) =>
        simplifiedTrackJson(view, track),
      ),
    );
  });
  return routes;
}
