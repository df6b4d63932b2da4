import { Readable } from "node:stream";
import { Hono } from "hono";
import { z } from "zod";
import type { Context } from "../context";
import { streamingHistory } from "../export/streaming-history";
import { zip } from "../export/zip";
import { ControlError } from "./bodies";
import { userIn } from "./demo-user";

const rowsSchema = z.coerce.number().int().min(1).max(5_000_000).optional();

/** The archive a user gets from Spotify when they ask for all they ever played. */
export function exportRoute(context: Context) {
  const routes = new Hono();
  routes.get("/:user/export.zip", (http) => {
    const user = userIn(context, http);
    const rows = rowsSchema.safeParse(http.req.query("rows"));
    if (!rows.success) throw new ControlError(400, "rows: A number from 1 to 5000000.");
    const archive = Readable.from(zip(streamingHistory(context, user, rows.data ?? null)));
    return new Response(Readable.toWeb(archive) as ReadableStream<Uint8Array>, {
      headers: {
        "content-type": "application/zip",
        "content-disposition": 'attachment; filename="my_spotify_data.zip"',
      },
    });
  });
  return routes;
}
