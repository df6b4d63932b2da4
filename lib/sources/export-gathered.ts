import "server-only";
import { Readable } from "node:stream";
import type { Db } from "@/db/handle";
import { readInBatches } from "@/db/queries/account-export";
import { type GatheredTrack, gatheredRows } from "@/db/queries/sources-tracks";
import { exportStream } from "@/lib/export-stream";
import { wordsOf } from "./read-gathering";

type Wanted = { userId: string; sourceIds: readonly string[]; text: string; offset: number };

/** All that some sources hold together from a place on, as it is at this moment, some at a time. */
export function exportGathered(
  db: Db,
  { text, ...gathered }: Wanted,
): Promise<AsyncIterable<GatheredTrack[]>> {
  const rows = gatheredRows({ ...gathered, words: wordsOf(text) });
  async function* batches(tx: Db, over: AbortSignal) {
    for await (const batch of readInBatches(tx, rows, over)) {
      yield batch.map((row): GatheredTrack => JSON.parse(row));
    }
  }
  return exportStream(db, {
    userId: gathered.userId,
    objectMode: true,
    read: (tx, over) => Readable.from(batches(tx, over)),
  });
}
