import { Hono } from "hono";
import type { Context } from "../context";
import { normalIsrc, partsOfIsrc } from "../world/isrc";
import { musicbrainzProblem } from "./problems";
import { recordingsJson } from "./recording-json";

const INC = new Set([
  "artists",
  "releases",
  "isrcs",
  "artist-credits",
  "aliases",
  "tags",
  "genres",
  "ratings",
]);

/** "Name/version ( contact )": whoever does not say who asks is sent away. */
const TELLS_WHO = /^[^/\s]+\/\S+ \( ?\S.*\)$/;

/** MusicBrainz's web service: the lookup of recordings by their ISRC. */
export function musicbrainzApp(context: Context) {
  const app = new Hono();
  app.use("*", async (http, next) => {
    const agent = http.req.header("user-agent") ?? "";
    if (!TELLS_WHO.test(agent)) {
      return musicbrainzProblem(403, "Please say in the User-Agent who is asking.");
    }
    await next();
  });
  app.get("/isrc/:isrc", (http) => {
    const isrc = normalIsrc(http.req.param("isrc"));
    if (!/^[A-Z]{2}[A-Z0-9]{3}\d{7}$/.test(isrc)) return musicbrainzProblem(400, "Invalid isrc.");
    if (http.req.query("fmt") !== "json") {
      return http.body('<?xml version="1.0"?><metadata/>', 200, {
        "content-type": "application/xml",
      });
    }
    const inc = (http.req.query("inc") ?? "").split(/[ +]/).filter((word) => word !== "");
    const unknown = inc.find((word) => !INC.has(word));
    if (unknown) {
      return musicbrainzProblem(
        400,
        `${unknown} is not a valid inc parameter for the isrc resource.`,
      );
    }
    const recordings = recordingsOf(context, isrc).flatMap((recording) =>
      recordingsJson(context.origin.seed, recording, new Set(inc)),
    );
    if (recordings.length === 0) return musicbrainzProblem(404, "Not Found");
    return http.json({ isrc, recordings });
  });
  app.all("*", () => musicbrainzProblem(404, "Not Found"));
  return app;
}

function recordingsOf({ world }: Context, isrc: string) {
  const parts = partsOfIsrc(isrc);
  if (!parts) return [];
  return world
    .freshReleases(parts.genreIndex, parts.weekIndex)
    .flatMap(({ recordings }) => recordings)
    .filter((recording) => recording.isrc === isrc);
}
