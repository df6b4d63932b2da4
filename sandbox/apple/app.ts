import { Hono } from "hono";
import type { Context } from "../context";
import { live } from "../listener/live";
import { authorizeRoutes } from "./authorize-routes";
import { isDeveloperToken } from "./developer-token";
import { historyRoutes } from "./history-routes";
import { libraryRoutes } from "./library-routes";
import { invalidUserToken, notFound, unauthorized } from "./problems";
import { type AppleEnv, musicUser } from "./session";

/** Apple Music: a consent page in MusicKit's place, and the API below `/v1`. */
export function appleApp(context: Context) {
  const api = new Hono<AppleEnv>();
  api.use("*", async (http, next) => {
    const token = /^Bearer (\S+)$/i.exec(http.req.header("authorization") ?? "")?.[1] ?? "";
    if (!isDeveloperToken(context.appleKeys, token, context.now())) return unauthorized();
    const user = musicUser(context, http.req.header("music-user-token"));
    if (!user) return invalidUserToken();
    live(context, user.id);
    http.set("user", user);
    return next();
  });
  api.route("/", libraryRoutes(context));
  api.route("/", historyRoutes(context));
  api.all("*", () => notFound());

  const app = new Hono();
  app.route("/authorize", authorizeRoutes(context));
  app.route("/v1", api);
  return app;
}
