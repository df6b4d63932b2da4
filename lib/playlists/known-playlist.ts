import "server-only";
import type { Db } from "@/db/handle";
import { listNewestStates, type PlaylistState } from "@/db/queries/playlists-states";
import { applyToRows, type PlaylistWrite } from "./playlist-write";
import { ownersOf, type Row, rowsOf } from "./row";

/** What is known of a playlist without asking Spotify. */
export type KnownPlaylist = {
  rows: Row[];
  removedByHand: string[];
  snapshotId: string | null;
  /** Those of the last minute: Spotify may show an older one than the last of ours. */
  snapshots: ReadonlySet<string | null>;
  /** Where the last record of it stands in the row of states. */
  sequence: number;
  /** A write that was sent, and of which nobody knows whether it arrived. */
  inDoubt: { write: PlaylistWrite; owners: string } | null;
  /** Read so, kept as a list that was worked out, or still to be worked out from writes. */
  from: "reading" | "list" | "writes";
  /** All that happened since it was read are removals: they name what goes, and cannot go astray. */
  isCertain: boolean;
  at: Date;
  /** When Clouder wrote to it last, as far as that was since it was kept as a list or in the last minute. */
  wroteAt: Date | null;
};

/** Spotify shows a snapshot of our own write up to so much later. */
export const SNAPSHOT_LAG_MS = 60_000;

/** What is known without asking, at a moment. */
export async function readKnown(
  db: Db,
  { userId, playlistId, now }: { userId: string; playlistId: string; now: Date },
): Promise<KnownPlaylist | null> {
  const since = new Date(now.getTime() - SNAPSHOT_LAG_MS);
  const states = await listNewestStates(db, { userId, playlistId, since });
  return knownPlaylist(states);
}

/** The list as it was kept last with every write since that is known to have arrived. */
function knownPlaylist(states: readonly PlaylistState[]): KnownPlaylist | null {
  const recent = {
    snapshots: new Set(states.map(({ snapshotId }) => snapshotId)),
    wroteAt: states.findLast(({ uris }) => uris === null)?.createdAt ?? null,
  };
  return states.reduce<KnownPlaylist | null>(
    (known, state) =>
      state.uris
        ? { ...keptList(state, state.uris), ...recent, sequence: state.sequence }
        : known && { ...writtenState(known, state), sequence: state.sequence },
    null,
  );
}

const keptList = (
  state: PlaylistState,
  uris: string[],
): Omit<KnownPlaylist, "snapshots" | "sequence" | "wroteAt"> => ({
  rows: rowsOf({ uris, owners: state.owners ?? "" }),
  removedByHand: state.removedByHand,
  snapshotId: state.snapshotId,
  inDoubt: null,
  from: state.reason === "observed" ? "reading" : "list",
  isCertain: true,
  at: state.createdAt,
});

function writtenState(
  known: KnownPlaylist,
  { write: sent, ...state }: PlaylistState,
): KnownPlaylist {
  const { snapshotId, createdAt: at } = state;
  if (!sent) return { ...known, rows: afterDoubt(known), snapshotId, inDoubt: null, at };
  const { owners, ...write } = sent;
  const isCertain = known.isCertain && write.kind === "remove";
  return { ...known, inDoubt: { write, owners }, from: "writes", isCertain, at };
}

/** The rows if the write in doubt arrived. */
export function afterDoubt({ rows, inDoubt }: Pick<KnownPlaylist, "rows" | "inDoubt">): Row[] {
  return inDoubt ? applyToRows(rows, inDoubt.write, ownersOf(inDoubt.owners)) : rows;
}
