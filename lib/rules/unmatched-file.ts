import "server-only";
import type { Db } from "@/db/handle";
import { textStream } from "@/lib/text-stream";
import { exportUnmatched } from "./read-comparison";
import { csvHead, csvLines } from "./tracks-csv";

const types = { csv: "text/csv; charset=utf-8", json: "application/json" };

/** All of a user's tracks that no rule set takes, as a file that is sent while it is read. */
export function unmatchedFile(
  db: Db,
  { format, ...asked }: { userId: string; now: Date; format: "csv" | "json" },
): Response {
  const pages = exportUnmatched(db, asked);
  return new Response(textStream(format === "csv" ? csvParts(pages) : jsonParts(pages)), {
    headers: {
      "content-type": types[format],
      "content-disposition": `attachment; filename="in-no-rule-set.${format}"`,
      "cache-control": "no-store",
    },
  });
}

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
