import "server-only";
import type { Db } from "@/db/handle";
import {
  appendPlaylists,
  listHeldPlaylists,
  listJustWritten,
  listSeenPlaylists,
} from "@/db/queries/library-places";
import { lastReadings, planLists, settleList } from "@/db/queries/sync-lists";
import type { Sync } from "./begin-sync";
import { planOccurrences } from "./plan-occurrences";
import type { PlaylistFacts } from "./provider-library";
import { isWholeByCount, type ReadList, readAgain, unsteady } from "./read-again";

/** After a write a playlist's snapshot takes about half a minute to show. */
const SNAPSHOT_LAG_S = 60;

/** Of a playlist that the list only counts. */
const nothingKnown: PlaylistFacts = {
  description: null,
  ownerId: null,
  ownerName: null,
  isOwned: false,
  isCollaborative: false,
  isPublic: null,
  snapshotId: null,
  total: null,
  itemsReadable: false,
};

type Listed = { name: string; itemId: number | null; facts: PlaylistFacts };

const textOf = ({ name, itemId, facts: f }: Listed) =>
  JSON.stringify([
    name,
    itemId,
    f.description,
    f.ownerId,
    f.ownerName,
    f.isOwned,
    f.isCollaborative,
    f.isPublic,
    f.snapshotId,
    f.total,
    f.itemsReadable,
  ]);

/** Compares the list of playlists with what was known, and plans which playlists' rows to read. */
export async function settlePlaylists(
  db: Db,
  sync: Sync,
  { state, ...list }: ReadList,
): Promise<void> {
  const { connectionId, provider, syncId } = sync;
  const isWhole = isWholeByCount(state);
  if (!isWhole && (await readAgain(db, sync, { ...list, state }, null))) return;

  const held = await listHeldPlaylists(db, { connectionId });
  const seen = (await listSeenPlaylists(db, list)).map(({ facts, ...playlist }) => ({
    ...playlist,
    facts: facts ?? nothingKnown,
  }));
  const plan = planOccurrences(
    held.map((one) => ({
      occurrence: one.externalId,
      position: one.position,
      key: one.externalId,
      facts: textOf(one),
    })),
    seen.map((one) => ({ key: one.externalId, facts: textOf(one) })),
  );
  const here = plan.rows.flatMap(({ seen: index, position }) => {
    const playlist = seen[index];
    return playlist ? { ...playlist, position, gone: false } : [];
  });
  const left = new Set(isWhole ? plan.gone : []);
  const gone = held
    .filter(({ externalId }) => left.has(externalId))
    .map((playlist) => ({ ...playlist, gone: true }));
  await appendPlaylists(db, { connectionId, provider, syncId, playlists: [...here, ...gone] });
  await settleList(db, {
    ...list,
    requested: isWhole ? state.stored : (state.mostTotal ?? state.stored),
    stored: state.stored,
    appended: here.length + gone.length,
    gone: gone.length,
    problem: isWhole ? null : unsteady(state),
  });
  await planRows(db, sync, seen);
}

/** The rows of playlists that can be read and may have changed since they last were. */
async function planRows(
  db: Db,
  sync: Sync,
  playlists: readonly { externalId: string; facts: PlaylistFacts }[],
): Promise<void> {
  const { connectionId, syncId, userId, mode } = sync;
  const part = "playlists";
  const readings = await lastReadings(db, { connectionId, part });
  const lastOf = new Map(readings.map((reading) => [reading.subject, reading]));
  const lag = await listJustWritten(db, { userId, seconds: SNAPSHOT_LAG_S });
  const justWritten = new Set(lag);

  const isAsRead = ({ externalId, facts }: (typeof playlists)[number]) => {
    const last = lastOf.get(externalId);
    if (mode === "full" || !last || justWritten.has(externalId)) return false;
    // what one reading missed may be its own fault: only the next one confirms that it is gone
    if (last.gone > 0) return false;
    const sameTotal = facts.total === null || last.total === null || facts.total === last.total;
    return facts.snapshotId !== null && facts.snapshotId === last.version && sameTotal;
  };
  const lists = playlists
    .filter((playlist) => playlist.facts.itemsReadable && !isAsRead(playlist))
    .map(({ externalId, facts }) => ({ subject: externalId, version: facts.snapshotId }));
  await planLists(db, { syncId, connectionId, part, lists });
}
