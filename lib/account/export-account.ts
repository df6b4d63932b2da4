import "server-only";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { Db } from "@/db/handle";
import { readInBatches } from "@/db/queries/account-export";
import { type ExportFile, exportFiles } from "@/db/queries/export-files";
import { exportStream } from "@/lib/export-stream";

const readme = (now: Date) => `Everything Clouder keeps of your account, as of ${now.toISOString()}.

Each file is a JSON array. Columns are called as in Clouder's database; moments are ISO 8601.
curation/          your styles, categories, weeks, decisions, Golden lists and mirrored playlists
library/current/   what your library holds now
library/history/   every change of it: a row with "gone": true says that something left
library/items.json the tracks, albums, artists and playlists that "item_id" refers to
library/plays.json what you played and when

Keys to your accounts, API tokens and sign-ins are not in it.
`;

/** An account as a ZIP of JSON files. */
export const exportAccount = (
  db: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<Readable> =>
  exportStream(db, { userId, read: (tx, over) => zipOf(tx, { userId, now, over }) });

type Export = { userId: string; now: Date; over: AbortSignal };

function zipOf(db: Db, { userId, now, over }: Export): Readable {
  const zip = new ZipFile();
  const output = Readable.from(zip.outputStream);
  for (const source of [zip, zip.outputStream]) {
    source.on("error", (error: Error) => output.destroy(error));
  }
  const options = { mtime: now };
  zip.addBuffer(Buffer.from(readme(now)), "README.txt", options);
  for (const file of exportFiles) {
    zip.addReadStreamLazy(file.name, options, (open) => {
      open(null, Readable.from(jsonOf(db, file, { userId, over })));
    });
  }
  zip.end();
  return output;
}

async function* jsonOf(
  db: Db,
  { rows }: ExportFile,
  { userId, over }: Pick<Export, "userId" | "over">,
): AsyncGenerator<string> {
  let before = "[\n";
  for await (const batch of readInBatches(db, rows(userId), over)) {
    yield before + batch.join(",\n");
    before = ",\n";
  }
  yield before === "[\n" ? "[]\n" : "\n]\n";
}
