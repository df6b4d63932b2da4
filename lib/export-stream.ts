import "server-only";
import { PassThrough, type Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Db } from "@/db/handle";
import { claimExport } from "@/db/queries/account-export";
import { AppError } from "@/lib/errors";

type Export = {
  userId: string;
  /** Whether it is made of things rather than of bytes. */
  objectMode?: boolean;
  /** Reads inside the transaction, and nothing more once that is over. */
  read: (tx: Db, over: AbortSignal) => Readable;
};

/**
 * What a user takes along, read while it is fetched: one moment's state, whatever its size. Throws
 * when an export of the user is being read already.
 */
export async function exportStream(
  db: Db,
  { userId, objectMode = false, read }: Export,
): Promise<Readable> {
  const output = new PassThrough({ objectMode, ...(objectMode && { highWaterMark: 1 }) });
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
        await pipeline(read(tx, over.signal), output).finally(() => over.abort());
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    made.catch((error: Error) => (claimed ? output.destroy(error) : reject(error)));
  });
  return output;
}
