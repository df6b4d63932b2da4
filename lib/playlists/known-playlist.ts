import type { PlaylistState } from "@/db/queries/playlists-states";
import { applyToRows, type PlaylistWrite } from "./playlist-write";
import { ownersOf, type Row, rowsOf } from "./row";

/** What is known of a playlist without asking Spotify. */
export type KnownPlaylist = {
  rows: Row[];
  removedByHand: string[];
  snapshotId: string | null;
  /** A write that was sent, and of which nobody knows whether it arrived. */
  inDoubt: { write: PlaylistWrite; owners: string } | null;
  /** Read so, and not worked out from writes. */
  wasRead: boolean;
  at: Date;
};

/** The list as it was read last with every write since that is known to have arrived. */
export function knownPlaylist(states: readonly PlaylistState[]): KnownPlaylist | null {
  return states.reduce<KnownPlaylist | null>(
    (known, state) =>
      state.uris ? readState(state, state.uris) : known && writtenState(known, state),
    null,
  );
}

const readState = (state: PlaylistState, uris: string[]): KnownPlaylist => ({
  rows: rowsOf({ uris, owners: state.owners ?? "" }),
  removedByHand: state.removedByHand,
  snapshotId: state.snapshotId,
  inDoubt: null,
  wasRead: true,
  at: state.createdAt,
});

function writtenState(
  known: KnownPlaylist,
  { write: sent, ...state }: PlaylistState,
): KnownPlaylist {
  const { snapshotId, createdAt: at } = state;
  if (!sent) return { ...known, rows: afterDoubt(known), snapshotId, inDoubt: null, at };
  const { owners, ...write } = sent;
  return { ...known, inDoubt: { write, owners }, wasRead: false, at };
}

/** The rows if the write in doubt arrived. */
export function afterDoubt({ rows, inDoubt }: Pick<KnownPlaylist, "rows" | "inDoubt">): Row[] {
  return inDoubt ? applyToRows(rows, inDoubt.write, ownersOf(inDoubt.owners)) : rows;
}
