import { Hono } from "hono";
import { z } from "zod";
import type { Context } from "../context";
import { giveLife, specFor } from "../listener/birth";
import { habitsOf } from "../listener/habits";
import { librarySizes, librarySpecSchema, sizeFor } from "../listener/library-size";
import { secondOf } from "../listener/month";
import { follow, unfollow } from "../spotify/library";
import { ControlError, readBody } from "./bodies";
import { userIn } from "./demo-user";
import { requireKnown } from "./known-uris";
import { truths } from "./library-truth";

const sizeBody = librarySpecSchema.partial().extend({ size: z.enum(librarySizes).optional() });
const urisBody = z.strictObject({ uris: z.array(z.string()).min(1) });
const saveBody = urisBody.extend({ at: z.iso.datetime({ offset: true }).optional() });

const SAVED = ["track", "album"];
const FOLLOWED = ["artist", "playlist"];

/** What a demo user's library is, and what they save and follow by hand. */
export function libraryControls(context: Context) {
  const routes = new Hono();
  const spotify = () => context.store.state.spotify;

  routes.post("/:user/library", async (http) => {
    const { id } = userIn(context, http);
    const { size, ...numbers } = await readBody(http, sizeBody);
    const sized = size && sizeFor(size, habitsOf(id).savedTracks);
    const spec = { ...(sized ?? spotify().lives[id]?.size ?? specFor(context, id)), ...numbers };
    giveLife(context, id, spec);
    return http.json(spec);
  });

  routes.get("/:user/library/:kind", (http) => {
    const { id } = userIn(context, http);
    const truth = truths[http.req.param("kind")];
    if (!truth) throw new ControlError(404, `A library has ${Object.keys(truths).join(", ")}.`);
    const items = truth(context, id);
    return http.json({ total: items.length, items });
  });

  routes.post("/:user/save", async (http) => {
    const { id } = userIn(context, http);
    const { uris, at } = await readBody(http, saveBody);
    requireKnown(context, uris, SAVED);
    follow(spotify(), id, uris, secondOf(at ? Date.parse(at) : context.now().getTime()));
    return http.json({ uris });
  });
  routes.post("/:user/follow", async (http) => {
    const { id } = userIn(context, http);
    const { uris } = await readBody(http, urisBody);
    requireKnown(context, uris, FOLLOWED);
    follow(spotify(), id, uris, secondOf(context.now().getTime()));
    return http.json({ uris });
  });

  const leave = (path: string, kinds: readonly string[]) =>
    routes.post(path, async (http) => {
      const { id } = userIn(context, http);
      const { uris } = await readBody(http, urisBody);
      requireKnown(context, uris, kinds);
      unfollow(spotify(), id, uris);
      return http.json({ uris });
    });
  leave("/:user/unsave", SAVED);
  leave("/:user/unfollow", FOLLOWED);
  return routes;
}
