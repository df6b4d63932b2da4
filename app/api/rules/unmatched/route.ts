import { db } from "@/db/client";
import { userRoute } from "@/lib/route";
import { exportUnmatched } from "@/lib/rules/read-comparison";
import { csvHead, csvLines } from "@/lib/rules/tracks-csv";
import { textStream } from "@/lib/text-stream";

const types = { csv: "text/csv; charset=utf-8", json: "application/json" };

/** All tracks that no rule set takes, as a file: `format=csv`, or JSON. */
export const GET = userRoute(async ({ user, request }) => {
  const isCsv = new URL(request.url).searchParams.get("format") === "csv";
  const pages = exportUnmatched(db, { userId: user.id, now: new Date() });
  const parts = isCsv ? csvParts(pages) : jsonParts(pages);
  const format = isCsv ? "csv" : "json";
  return new Response(textStream(parts), {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="in-no-rule-set.${format}"`,
      "cache-control": "no-store",
    },
  });
});

type Pages = ReturnType<typeof exportUnmatched>;

async function* csvParts(pages: Pages) {
  yield csvHead;
  for await (const tracks of pages) yield csvLines(tracks);
}

async function* jsonParts(pages: Pages) {
  let opening = "[\n";
  for await (const tracks of pages) {
    yield opening + tracks.map((track) => JSON.stringify(track)).join(",\n");
    opening = ",\n";
  }
  yield opening === "[\n" ? "[]\n" : "\n]\n";
}
