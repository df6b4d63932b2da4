import { z } from "zod";
import { db } from "@/db/client";
import { AppError } from "@/lib/errors";
import { userRoute } from "@/lib/route";
import { exportGathered } from "@/lib/sources/export-gathered";
import { gatheredCsvHead, gatheredCsvLines } from "@/lib/sources/gathered-csv";
import { readGathered } from "@/lib/sources/read-gathering";
import { sourceIdsInput } from "@/lib/sources/schema";
import { type GatheredTrack, PAGE_TRACKS } from "@/lib/sources/source-view";
import { textStream } from "@/lib/text-stream";

const question = z.object({
  of: sourceIdsInput,
  q: z.string().max(200).default(""),
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  format: z.enum(["json", "csv"]).default("json"),
});

/** What sources hold together: a page, or with `format=csv` all of it as a file. */
export const GET = userRoute(async ({ user, request }) => {
  const asked = question.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!asked.success) throw new AppError("INVALID", "These are no sources.");
  const { of: sourceIds, q: text, offset, format } = asked.data;
  const wanted = { userId: user.id, sourceIds, text };
  if (format === "json") return readGathered(db, { ...wanted, offset, limit: PAGE_TRACKS });
  const tracks = await exportGathered(db, { ...wanted, offset });
  return new Response(textStream(csvParts(tracks)), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="gathered-tracks.csv"',
      "cache-control": "no-store",
    },
  });
});

async function* csvParts(batches: AsyncIterable<GatheredTrack[]>) {
  let head = gatheredCsvHead;
  for await (const tracks of batches) {
    yield head + gatheredCsvLines(tracks);
    head = "";
  }
  yield head;
}
