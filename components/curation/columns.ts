import type { Board, BoardTrack, Category } from "@/lib/curation/board";
import { silverList } from "./press";

export type Column = { category: Category; tracks: BoardTrack[] };

/** Where the review stands: a column, and in it a track; the row helps when that one has gone. */
export type ColumnFocus = { column: number; id: string | null; row: number };

/** The Silver lists by category, Trash left out; archived categories only while they hold tracks. */
export const columnsOf = (board: Board): Column[] =>
  board.categories
    .filter(({ isTrash }) => !isTrash)
    .map((category) => ({ category, tracks: silverList(board, category.id) }))
    .filter(({ category, tracks }) => !category.archived || tracks.length > 0);

type Place = { column: number; row: number; track: BoardTrack | null };

/** The focused track: itself wherever it is now, or what took its place in the column. */
export function placeIn(columns: readonly Column[], { column, id, row }: ColumnFocus): Place {
  for (const [index, { tracks }] of columns.entries()) {
    const at = tracks.findIndex((track) => track.id === id);
    if (at >= 0) return { column: index, row: at, track: tracks[at] ?? null };
  }
  return placeAt(columns, column, row);
}

/** The nearest track to a place, in the next column that has any when its own is empty. */
function placeAt(columns: readonly Column[], column: number, row: number): Place {
  const inside = clamp(column, columns.length);
  const own = columns[inside]?.tracks ?? [];
  if (own.length > 0) {
    const at = clamp(row, own.length);
    return { column: inside, row: at, track: own[at] ?? null };
  }
  const filled = columns.findIndex(({ tracks }) => tracks.length > 0);
  if (filled < 0) return { column: inside, row: 0, track: null };
  return { column: filled, row: 0, track: columns[filled]?.tracks[0] ?? null };
}

/** One step down or up a list, or across to the next list that holds something. */
export function stepIn(
  columns: readonly Column[],
  focus: ColumnFocus,
  rows: number,
  across: number,
): ColumnFocus {
  const { column, row } = placeIn(columns, focus);
  if (across === 0) return focusOf(placeAt(columns, column, row + rows));
  for (let next = column + across; next >= 0 && next < columns.length; next += across) {
    if ((columns[next]?.tracks.length ?? 0) > 0) return focusOf(placeAt(columns, next, row));
  }
  return focusOf(placeAt(columns, column, row));
}

/** The focus when the focused track leaves its list: the next of it, else the one before. */
export function focusAfterLeaving(columns: readonly Column[], focus: ColumnFocus): ColumnFocus {
  const { column, row } = placeIn(columns, focus);
  const tracks = columns[column]?.tracks ?? [];
  const next = tracks[row + 1] ?? tracks[row - 1] ?? null;
  return { column, id: next?.id ?? null, row };
}

const focusOf = ({ column, row, track }: Place): ColumnFocus => ({
  column,
  row,
  id: track?.id ?? null,
});

const clamp = (index: number, length: number) => Math.max(0, Math.min(index, length - 1));

/** The neighbour a track comes after when it moves one place; undefined when it cannot. */
export function afterIdFor(tracks: readonly BoardTrack[], row: number, offset: -1 | 1) {
  const target = row + offset;
  if (target < 0 || target >= tracks.length) return undefined;
  const others = tracks.filter((_, index) => index !== row);
  return others[target - 1]?.id ?? null;
}
