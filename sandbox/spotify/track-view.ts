import type { Context } from "../context";
import { demoUser } from "../state/demo-users";
import { type Api, apiBase, userIdOf } from "./session";
import type { TrackView } from "./track-json";

/** The user's country wins over `market`; an app's token has only that. */
export function countryOf(http: Api): string | null {
  return demoUser(userIdOf(http))?.country ?? http.req.query("market") ?? null;
}

export const trackView = (context: Context, http: Api): TrackView => ({
  base: apiBase(http),
  origin: new URL(http.req.url).origin,
  market: http.req.query("market") ? countryOf(http) : null,
  switches: context.switches,
  episodes: (http.req.query("additional_types") ?? "").split(",").includes("episode"),
});
