import "server-only";
import { PassThrough, Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile } from "yazl";
import type { Db } from "@/db/handle";
import { claimExport, readInBatches } from "@/db/queries/account-export";
import { type ExportFile, exportFiles } from "@/db/queries/export-files";
import { AppError } from "@/lib/errors";

const readme = (now: Date) => `Everything Clouder keeps of your account, as of ${now.toISOString()}.

Each file is a JSON array. Columns are called as in Clouder's database; moments are ISO 8601.
curation/          your styles, categories, weeks, decisions, Golden lists and mirrored playlists
library/current/   what your library holds now
library/history/   every change of it: a row with "gone": true says that something left
library/items.json the tracks, albums, artists and playlists that "item_id" refers to
library/plays.json what you played and when

Keys to your accounts, API tokens and sign-ins are not in it.
`;

/**
 * An account as a ZIP of JSON files, made while it is read: one moment's state, whatever its size.
 * Throws when an export of the user is being read already.
 */
export async function exportAccount(
  db: Db,
  { userId, now }: { userId: string; now: Date },
): Promise<Readable> {
  const archive = new PassThrough();
  await new Promise<void>((resolve, reject) => {
    let claimed = false;
    const made = db.transaction(
      async (tx) => {
        if (!(await claimExport(tx, { userId }))) {
          throw new AppError("CONFLICT", "An export is under way. Wait until it has arrived.");
        }
        claimed = true;
        resolve();
        const over = new AbortController();
        const zip = zipOf(tx, { userId, now, over: over.signal });
        await pipeline(zip, archive).finally(() => over.abort());
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    made.catch((error: Error) => (claimed ? archive.destroy(error) : reject(error)));
  });
  return archive;
}

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
