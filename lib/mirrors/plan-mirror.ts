import { mergeRows } from "@/lib/playlists/merge-rows";
import { planRows, type RowPlan } from "@/lib/playlists/plan-rows";
import { MOST_ROWS, type Row, urisOf } from "@/lib/playlists/row";

type List = {
  desiredUris: readonly string[];
  /** What Spotify does not take. */
  refusedUris: readonly string[];
};

type Sight = {
  rows: readonly Row[];
  removedByHand: readonly string[];
  /** Read just now. */
  isFresh: boolean;
};

export type MirrorPlan = RowPlan & {
  target: Row[];
  /** On the list, put there before, and taken out by a person: forgotten once it leaves the list. */
  leftOut: string[];
  handMadeChanges: number;
  /** The end of the list, for which a playlist has no room. */
  beyond: number;
};

/**
 * The fewest writes that bring Clouder's rows of a playlist into the list's order. What a person
 * added stays, copies of Clouder's own tracks too; what a person removed is not put back. Only what
 * was read just now is replaced as a whole. Of a list that is longer than a playlist may be, its end
 * is left out.
 */
export function planMirror({ desiredUris, refusedUris }: List, sight: Sight): MirrorPlan {
  const { rows, removedByHand, isFresh } = sight;
  const refused = new Set(refusedUris);
  const wanted = desiredUris.filter((uri) => !refused.has(uri));
  const room = MOST_ROWS - rows.filter(({ by }) => by !== "rule").length;
  const desired = wanted.slice(0, Math.max(0, room));
  const merged = mergeRows({
    actual: rows,
    desired,
    removedByHand: new Set(removedByHand),
    mayRemove: () => true,
  });
  const { rows: target, leftOut, keptByHand } = merged;
  const mayReplace = isFresh && rows.every(({ by }) => by === "rule");
  return {
    ...planRows(urisOf(rows), urisOf(target), { mayReplace }),
    target,
    leftOut,
    handMadeChanges: keptByHand + leftOut.length,
    beyond: wanted.length - desired.length,
  };
}
