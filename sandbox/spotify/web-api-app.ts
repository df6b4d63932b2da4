import { Hono } from "hono";
import type { Context } from "../context";
import { live } from "../listener/live";
import { findAccessToken } from "../state/grants";
import { albumRoutes } from "./album-routes";
import { libraryRoutes } from "./library-routes";
import { listeningRoutes } from "./listening-routes";
import { playlistItemRoutes } from "./playlist-item-routes";
import { playlistRoutes } from "./playlist-routes";
import { forbidden, notListed, problem, serviceNotFound, unauthorized } from "./problems";
import { isRemoved } from "./removed";
import { savedRoutes } from "./saved-routes";
import { searchRoutes } from "./search-routes";
import type { ApiEnv } from "./session";

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`);

/** Spotify's Web API as an app in Development Mode finds it. */
export function webApiApp(context: Context) {
  const routes = new Hono<ApiEnv>();
  routes.route("/", searchRoutes(context));
  routes.route("/", playlistRoutes(context));
  routes.route("/", playlistItemRoutes(context));
  routes.route("/", libraryRoutes(context));
  routes.route("/", savedRoutes(context));
  routes.route("/", albumRoutes(context));
  routes.route("/", listeningRoutes(context));
  const known = routes.routes.map(({ method, path }) => ({ method, pattern: patternOf(path) }));

  const app = new Hono<ApiEnv>();
  app.use("*", async (http, next) => {
    const { pathname } = new URL(http.req.url);
    const path = pathname.slice(pathname.indexOf("/v1") + 3);
    const methods = known.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
    const removed = isRemoved(http.req.method, path);
    if (!removed && methods.length === 0) return serviceNotFound(http);

    const { spotify } = context.store.state;
    const authorization = http.req.header("authorization");
    const grant = findAccessToken(spotify, authorization, context.now().getTime());
    if (!grant) return unauthorized(http);
    if (grant.userId && spotify.unlisted.includes(grant.userId)) return notListed(http);
    if (removed) return forbidden(http);
    if (!methods.includes(http.req.method)) return problem(http, 405, "Method not allowed");
    http.set("grant", grant);
    live(context, grant.userId);
    await next();
  });
  app.route("/", routes);
  return app;
}
