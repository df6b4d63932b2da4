import "server-only";
import type { Db } from "@/db/handle";
import { listSeenPlaylists } from "@/db/queries/library-places";
import { settleList, type UnprovenList, unprovenLists } from "@/db/queries/sync-lists";
import { inChunks } from "@/lib/in-chunks";
import type { Sync } from "./begin-sync";
import { isWholeByCount, type ReadList, readAgain, unsteady } from "./read-again";
import { settlePlaces } from "./settle-places";

/** Playlists that are settled at a time, so that none waits for the way to the database and back. */
const TOGETHER = 8;
const CHANGED = "A playlist changed each time it was read.";

/**
 * The list of playlists was read again after their rows: a playlist whose snapshot is the one it had
 * before did not move under the reading and is settled, the others are read again.
 */
export async function provePlaylists(
  db: Db,
  sync: Sync,
  { state, ...proof }: ReadList,
): Promise<void> {
  const { syncId, part } = proof;
  const isWhole = isWholeByCount(state);
  if (!isWhole && (await readAgain(db, sync, { ...proof, state }, null))) return;

  const seen = await listSeenPlaylists(db, proof);
  const versions = new Map(seen.map(({ externalId, facts }) => [externalId, facts?.snapshotId]));
  const settleProven = async ({ subject, version, reading }: UnprovenList) => {
    const list = { syncId, part, subject };
    const now = versions.get(subject);
    if (isWhole && (now === undefined || now === version)) {
      return settlePlaces(db, sync, list, null);
    }
    const again = await readAgain(db, sync, { ...list, state: { reading } }, now ?? version);
    if (!again) await settlePlaces(db, sync, list, isWhole ? CHANGED : unsteady(state));
  };
  const unproven = await unprovenLists(db, { syncId, part });
  for (const some of inChunks(unproven, TOGETHER)) await Promise.all(some.map(settleProven));
  const { stored } = state;
  await settleList(db, {
    ...proof,
    requested: stored,
    stored,
    appended: 0,
    gone: 0,
    problem: null,
  });
}
