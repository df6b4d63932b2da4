import { Hono } from "hono";
import type { Context } from "../context";
import { lastPlays } from "../listener/history";
import type { Play } from "../listener/listening-day";
import { type TopRange, topRanges, topUris } from "../listener/top-list";
import { performerJson } from "./album-json";
import { pageJson, readPage } from "./paging";
import { insufficientScope, problem } from "./problems";
import { type Api, type ApiEnv, apiBase, hasScope, userIdOf } from "./session";
import { trackJson } from "./track-json";
import { trackView } from "./track-view";

const limits = { limit: { default: 20, most: 50 }, mostOffset: 100_000 };
/** Spotify remembers no more plays than these for apps. */
const KEPT_PLAYS = 50;

const isRange = (text: string): text is TopRange => topRanges.some((range) => range === text);
const asMoment = (text: string | undefined) =>
  text === undefined || /^\d{1,15}$/.test(text) ? Number(text ?? Number.NaN) : null;

/** What a user listens to: lately, and most. */
export function listeningRoutes(context: Context) {
  const routes = new Hono<ApiEnv>();
  const view = (http: Api) => trackView(context, http);

  const top = (http: Api, kind: "tracks" | "artists", toJson: (uri: string) => unknown) => {
    const userId = userIdOf(http);
    if (!userId || !hasScope(http, "user-top-read")) return insufficientScope(http);
    const range = http.req.query("time_range") ?? "medium_term";
    if (!isRange(range)) return problem(http, 400, "Invalid time range");
    const asked = readPage(http, limits);
    if ("message" in asked) return problem(http, 400, asked.message);
    const page = pageJson(
      http,
      `/me/top/${kind}`,
      asked,
      topUris(context, userId, kind, range),
      toJson,
    );
    const beyond = asked.offset >= KEPT_PLAYS;
    return http.json({ ...page, ...(beyond && { limit: 0, total: 0, next: null }) });
  };

  routes.get("/me/top/tracks", (http) =>
    top(http, "tracks", (uri) => {
      const track = context.spotify.trackOf(uri);
      return track && trackJson(view(http), track);
    }),
  );
  routes.get("/me/top/artists", (http) =>
    top(http, "artists", (uri) => {
      const artist = context.spotify.artist(uri.replace("spotify:artist:", ""));
      return artist && performerJson(view(http), artist);
    }),
  );

  const momentOf = ({ endedAt, msPlayed }: Play) =>
    context.switches.playedAt === "end" ? endedAt : endedAt - msPlayed;

  const playJson = (http: Api, play: Play) => {
    const track = context.spotify.trackOf(play.uri);
    return {
      track: track && trackJson(view(http), track),
      played_at: new Date(momentOf(play)).toISOString(),
      context: null,
    };
  };

  routes.get("/me/player/recently-played", (http) => {
    const userId = userIdOf(http);
    if (!userId || !hasScope(http, "user-read-recently-played")) return insufficientScope(http);
    const asked = readPage(http, limits);
    if ("message" in asked) return problem(http, 400, asked.message);
    const query = http.req.query();
    const [after, before] = [asMoment(query.after), asMoment(query.before)];
    if (after === null) return problem(http, 400, "Invalid after");
    if (before === null) return problem(http, 400, "Invalid before");
    if (query.after !== undefined && query.before !== undefined) {
      return problem(http, 400, "Only one of before and after can be specified");
    }

    const { limit } = asked;
    const path = `${apiBase(http)}/me/player/recently-played`;
    const wanted = lastPlays(context, userId, KEPT_PLAYS).filter(
      (play) => !(momentOf(play) <= after) && !(momentOf(play) >= before),
    );
    const page = query.after === undefined ? wanted.slice(0, limit) : wanted.slice(-limit);
    const [newest, oldest] = [page[0], page.at(-1)];
    if (!newest || !oldest) {
      return http.json({
        href: `${path}?limit=${limit}`,
        items: [],
        limit,
        next: null,
        cursors: null,
      });
    }
    const cursors = { after: String(momentOf(newest)), before: String(momentOf(oldest)) };
    const more = wanted.length > page.length;
    const turn = query.after === undefined ? `before=${cursors.before}` : `after=${cursors.after}`;
    return http.json({
      href: `${path}?limit=${limit}`,
      items: page.map((play) => playJson(http, play)),
      limit,
      next: more ? `${path}?${turn}&limit=${limit}` : null,
      cursors,
    });
  });
  return routes;
}
