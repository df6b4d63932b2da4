import { Hono } from "hono";
import { z } from "zod";
import type { Context } from "../context";
import { topKinds, topRanges } from "../listener/top-list";
import { readBody } from "./bodies";
import { userIn } from "./demo-user";
import { requireKnown } from "./known-uris";

const play = z.strictObject({
  uri: z.string(),
  /** When it ended. */
  at: z.iso.datetime({ offset: true }).optional(),
  msPlayed: z.number().int().positive().optional(),
});
const playBody = z.strictObject({ plays: z.array(play).min(1).max(100_000) });
const topBody = z.strictObject({
  type: z.enum(topKinds),
  range: z.enum(topRanges),
  uris: z.array(z.string()).max(50).nullable(),
});

/** Lets a demo user play tracks at any time, and sets their top lists. */
export function listeningControls(context: Context) {
  const routes = new Hono();
  const spotify = () => context.store.state.spotify;

  routes.post("/:user/play", async (http) => {
    const { id } = userIn(context, http);
    const body = await readBody(http, playBody);
    const uris = body.plays.map(({ uri }) => uri);
    requireKnown(context, uris, ["track"]);
    const now = context.now().getTime();
    const plays = body.plays.map(({ uri, at, msPlayed }) => ({
      uri,
      endedAt: at ? Date.parse(at) : now,
      msPlayed: msPlayed ?? context.spotify.trackOf(uri)?.durationMs ?? 0,
    }));
    spotify().plays[id] = [...(spotify().plays[id] ?? []), ...plays];
    return http.json({ played: plays.length });
  });

  routes.post("/:user/top", async (http) => {
    const { id } = userIn(context, http);
    const { type, range, uris } = await readBody(http, topBody);
    const lists = { ...spotify().tops[id] };
    delete lists[`${type} ${range}`];
    if (uris) {
      requireKnown(context, uris, [type === "tracks" ? "track" : "artist"]);
      lists[`${type} ${range}`] = uris;
    }
    spotify().tops[id] = lists;
    return http.json({ setByHand: Object.keys(lists) });
  });
  return routes;
}
