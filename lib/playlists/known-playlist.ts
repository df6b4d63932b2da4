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
  /** Read so, kept as a list that was worked out, or still to be worked out from writes. */
  from: "reading" | "list" | "writes";
  /** All that happened since it was read are removals: they name what goes, and cannot go astray. */
  isCertain: boolean;
  at: Date;
};

/** The list as it was kept last with every write since that is known to have arrived. */
export function knownPlaylist(states: readonly PlaylistState[]): KnownPlaylist | null {
  return states.reduce<KnownPlaylist | null>(
    (known, state) =>
      state.uris ? keptList(state, state.uris) : known && writtenState(known, state),
    null,
  );
}

const keptList = (state: PlaylistState, uris: string[]): KnownPlaylist => ({
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
