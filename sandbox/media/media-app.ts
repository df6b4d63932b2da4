import { Hono, type Context as Http } from "hono";
import type { Context } from "../context";
import { sampleWindow } from "../sample-window";
import { createCache } from "../world/cache";
import type { Recording } from "../world/recording";
import { readRange } from "./byte-range";
import { coverSvg } from "./cover";
import { artistSvg, labelSvg, placeholderSvg } from "./portrait";
import { previewWav } from "./preview";
import { waveformSvg } from "./waveform";

/** A preview is 5 MB; the last few heard stay in memory. */
const KEPT_PREVIEWS = 8;
const KEPT_WAVEFORMS = 400;

const idIn = (file: string, ending: string) => {
  const match = new RegExp(`^(\\d{1,15})\\.${ending}$`).exec(file);
  return match ? Number(match[1]) : null;
};

const missing = (http: Http) => http.text("Not found", 404);

const picture = (http: Http, svg: string) =>
  http.body(svg, 200, {
    "content-type": "image/svg+xml",
    "cache-control": "public, max-age=86400",
  });

const secondsOf = ({ lengthMs }: Recording) => {
  const { startMs, endMs } = sampleWindow(lengthMs);
  return (endMs - startMs) / 1_000;
};

/** Covers, portraits, waveforms and previews, all made when they are asked for. */
export function mediaApp(context: Context) {
  const app = new Hono();
  const previews = createCache(KEPT_PREVIEWS, (recording: Recording) =>
    previewWav(recording, secondsOf(recording)),
  );
  const waveforms = createCache(KEPT_WAVEFORMS, (recording: Recording) =>
    waveformSvg(recording, secondsOf(recording)),
  );

  app.use("*", async (http, next) => {
    await next();
    http.header("access-control-allow-origin", "*");
    http.header("cross-origin-resource-policy", "cross-origin");
  });

  const pictures = (folder: string, draw: (http: Http, file: string) => string | null) => {
    const answer = (http: Http) => {
      const svg = draw(http, http.req.param("file") ?? "");
      return svg ? picture(http, svg) : missing(http);
    };
    app.get(`/${folder}/:file`, answer);
    app.get(`/${folder}/:size{[0-9]+x[0-9]+}/:file`, answer);
  };

  pictures("covers", (_, file) => {
    const id = idIn(file, "svg");
    return id === null ? null : coverSvg(id, context.world.release(id)?.label.id ?? id);
  });
  pictures("artists", (_, file) => {
    if (file === "placeholder.svg") return placeholderSvg;
    const id = idIn(file, "svg");
    return id === null ? null : artistSvg(id);
  });
  pictures("labels", (_, file) => {
    if (file === "placeholder.svg") return placeholderSvg;
    const label = context.world.label(idIn(file, "svg") ?? -1);
    return label && labelSvg(label.id, label.name);
  });
  pictures("waveforms", (_, file) => {
    const track = context.world.track(idIn(file, "svg") ?? -1);
    return track && waveforms(track.recording);
  });

  app.get("/previews/:file", (http) => {
    const track = context.world.track(idIn(http.req.param("file"), "wav") ?? -1);
    if (!track) return missing(http);
    const file = previews(track.recording);
    const range = readRange(http.req.header("range"), file.length);
    http.header("accept-ranges", "bytes");
    http.header("content-type", "audio/wav");
    http.header("cache-control", "public, max-age=86400");
    if (range === "unsatisfiable") {
      http.header("content-range", `bytes */${file.length}`);
      return http.body(null, 416);
    }
    const { start, end } = range ?? { start: 0, end: file.length - 1 };
    http.header("content-length", String(end - start + 1));
    if (range) http.header("content-range", `bytes ${start}-${end}/${file.length}`);
    return http.body(new Uint8Array(file.subarray(start, end + 1)), range ? 206 : 200);
  });
  return app;
}
