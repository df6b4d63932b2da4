import { Hono } from "hono";
import { appleApp } from "./apple/app";
import { beatportApp } from "./beatport/app";
import type { Context } from "./context";
import { controlApp } from "./control/control-app";
import { disturb } from "./control/disturb";
import { mediaApp } from "./media/media-app";
import { musicbrainzApp } from "./musicbrainz/app";
import { accountsApp } from "./spotify/accounts-app";
import { webApiApp } from "./spotify/web-api-app";

/** Everything the sandbox answers, on one port. */
export function createSandboxApp(context: Context) {
  const app = new Hono();
  app.use("*", async (http, next) => {
    await next();
    if (http.req.method !== "GET" && http.req.method !== "HEAD") context.store.saveSoon();
  });
  app.use("/beatport/*", disturb(context, "beatport"));
  app.use("/spotify/*", disturb(context, "spotify"));
  app.use("/apple/*", disturb(context, "apple"));
  app.use("/musicbrainz/*", disturb(context, "musicbrainz"));
  app.route("/apple", appleApp(context));
  app.route("/beatport/v4", beatportApp(context));
  app.route("/spotify/accounts", accountsApp(context));
  app.route("/spotify/v1", webApiApp(context));
  app.route("/musicbrainz/ws/2", musicbrainzApp(context));
  app.route("/media", mediaApp(context));
  app.route("/__sandbox", controlApp(context));
  return app;
}
