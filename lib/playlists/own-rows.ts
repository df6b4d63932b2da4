import { matchRows } from "./match-rows";
import { type Places, type Row, type RowOwner, urisOf } from "./row";

/**
 * Whose the rows of a playlist are, going by what was known of it: copies are told apart by their
 * order, a row that was moved keeps its owner, and one nobody knew of is the given owner's.
 */
export function ownRows(
  known: readonly Row[],
  actual: Places,
  newBy: RowOwner = "hand",
): { rows: Row[]; missing: Row[] } {
  const origins = matchRows(urisOf(known), actual);
  const held = new Set(origins);
  return {
    rows: actual.map((uri, index) => ({ uri, by: known[origins[index] ?? -1]?.by ?? newBy })),
    missing: known.filter((_, at) => !held.has(at)),
  };
}

/** Rows that are there keep their owner; those that come back do so at the person's wish. */
export const broughtBack = (rows: readonly Row[], uris: Places): Row[] =>
  ownRows(rows, uris, "curator").rows;
