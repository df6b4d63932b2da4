import { Hono } from "hono";
import type { Context } from "../context";
import { secondOf } from "../listener/month";
import { follow, libraryOf, unfollow } from "./library";
import { insufficientScope, problem } from "./problems";
import { type Api, type ApiEnv, hasScope, userIdOf } from "./session";

const MOST_URIS = 40;
const URI = /^spotify:(track|album|episode|show|audiobook|user|playlist|artist):([\w.-]+)$/;

const writeScopes: Record<string, string[]> = {
  playlist: ["playlist-modify-public", "playlist-modify-private"],
  artist: ["user-follow-modify"],
  user: ["user-follow-modify"],
};
const readScopes: Record<string, string[]> = {
  playlist: ["playlist-read-private"],
  artist: ["user-follow-read"],
  user: ["user-follow-read"],
};

/** Saved and followed things, all through one address; the uris come in its query. */
export function libraryRoutes(context: Context) {
  const routes = new Hono<ApiEnv>();
  const state = () => context.store.state.spotify;

  const handle = (
    http: Api,
    scopes: Record<string, string[]>,
    otherwise: string,
    run: (userId: string, uris: string[]) => Response,
  ) => {
    const uris = (http.req.query("uris") ?? "").split(",").filter(Boolean);
    if (!uris.length) return problem(http, 400, "Missing required field: uris");
    if (uris.length > MOST_URIS) return problem(http, 400, "Too many uris requested");
    const kinds = uris.map((uri) => URI.exec(uri)?.[1]);
    if (kinds.includes(undefined)) return problem(http, 400, "Invalid uri");
    const userId = userIdOf(http);
    const granted = kinds.every((kind) => hasScope(http, ...(scopes[kind ?? ""] ?? [otherwise])));
    return userId && granted ? run(userId, uris) : insufficientScope(http);
  };

  routes.put("/me/library", (http) =>
    handle(http, writeScopes, "user-library-modify", (userId, uris) => {
      const own = uris.some(
        (uri) => state().playlists[uri.split(":")[2] ?? ""]?.ownerId === userId,
      );
      if (own) return problem(http, 500, "Internal server error");
      follow(state(), userId, uris, secondOf(context.now().getTime()));
      return http.body(null, 200);
    }),
  );
  routes.delete("/me/library", (http) =>
    handle(http, writeScopes, "user-library-modify", (userId, uris) => {
      unfollow(state(), userId, uris);
      return http.body(null, 200);
    }),
  );
  routes.get("/me/library/contains", (http) =>
    handle(http, readScopes, "user-library-read", (userId, uris) => {
      const held = new Set(libraryOf(state(), userId).uris);
      return http.json(uris.map((uri) => held.has(uri)));
    }),
  );
  return routes;
}
