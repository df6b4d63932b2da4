import { Hono } from "hono";
import { z } from "zod";
import { revokeMusicUserTokens } from "../apple/session";
import type { Context } from "../context";
import { dropAccessTokens, revokeRefreshTokens } from "../state/grants";
import { readBody } from "./bodies";
import { userIn } from "./demo-user";
import { exportRoute } from "./export-route";
import { libraryControls } from "./library-controls";
import { listeningControls } from "./listening-controls";
import { playlistControls } from "./playlist-controls";

const revokeBody = z.strictObject({ accessTokens: z.boolean().default(false) });
const expireBody = z.strictObject({ refreshTokens: z.boolean().default(false) });
const listingBody = z.strictObject({ listed: z.boolean() });

/** Acts as a demo user would in Spotify itself. */
export function userRoutes(context: Context) {
  const routes = new Hono();
  const spotify = () => context.store.state.spotify;
  routes.route("/", libraryControls(context));
  routes.route("/", listeningControls(context));
  routes.route("/", playlistControls(context));
  routes.route("/", exportRoute(context));

  routes.post("/:user/revoke", async (http) => {
    const { id } = userIn(context, http);
    const { accessTokens } = await readBody(http, revokeBody);
    return http.json({
      refreshTokens: revokeRefreshTokens(spotify(), id),
      accessTokens: accessTokens ? dropAccessTokens(spotify(), id) : 0,
    });
  });

  routes.post("/:user/revoke-apple", (http) => {
    const { id } = userIn(context, http);
    return http.json({ userTokens: revokeMusicUserTokens(context, id) });
  });

  routes.post("/:user/expire-tokens", async (http) => {
    const { id } = userIn(context, http);
    const { refreshTokens } = await readBody(http, expireBody);
    const expired = Object.values(spotify().refreshTokens).filter(({ userId }) => userId === id);
    if (refreshTokens) for (const grant of expired) grant.expiresAt = 0;
    return http.json({
      accessTokens: dropAccessTokens(spotify(), id),
      refreshTokens: refreshTokens ? expired.length : 0,
    });
  });

  routes.post("/:user/listing", async (http) => {
    const { id } = userIn(context, http);
    const { listed } = await readBody(http, listingBody);
    const others = spotify().unlisted.filter((each) => each !== id);
    spotify().unlisted = listed ? others : [...others, id];
    return http.json({ listed });
  });
  return routes;
}
