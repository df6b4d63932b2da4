import { Hono } from "hono";
import type { Context } from "../context";
import { findAccessToken } from "../state/grants";
import { authRoutes } from "./auth-routes";
import { catalogueRoutes } from "./catalogue-routes";
import { notFound, unauthenticated } from "./problems";

const patternOf = (path: string) => new RegExp(`^${path.replaceAll(/:\w+/g, "[^/]+")}$`);

/** Beatport's API, version 4: the address is checked first, then the token. */
export function beatportApp(context: Context) {
  const routes = new Hono();
  routes.route("/", authRoutes(context));
  routes.route("/catalog", catalogueRoutes(context));
  const known = [...new Set(routes.routes.map(({ path }) => path))].map(patternOf);
  const isKnown = (path: string) => known.some((pattern) => pattern.test(path));

  const app = new Hono();
  app.use("*", async (http, next) => {
    const url = new URL(http.req.url);
    const path = url.pathname.slice(url.pathname.indexOf("/v4") + 3);
    if (!isKnown(path)) {
      return isKnown(`${path}/`)
        ? http.redirect(`${url.pathname}/${url.search}`, 301)
        : notFound(http);
    }
    const { beatport } = context.store.state;
    const authorization = http.req.header("authorization");
    const open = path.startsWith("/auth/");
    if (!open && !findAccessToken(beatport, authorization, context.now().getTime())) {
      return unauthenticated(http);
    }
    await next();
  });
  app.route("/", routes);
  return app;
}
