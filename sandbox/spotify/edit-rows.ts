/** Puts `added` before the row at `position`; at the end without one. */
export const insertRows = <Row>(rows: readonly Row[], added: readonly Row[], position?: number) =>
  rows.toSpliced(Math.min(position ?? rows.length, rows.length), 0, ...added);

/** Takes out every row of the uris, however often they occur. */
export const removeRows = <Row extends { uri: string }>(
  rows: readonly Row[],
  uris: ReadonlySet<string>,
) => rows.filter(({ uri }) => !uris.has(uri));

export interface Reorder {
  rangeStart: number;
  insertBefore: number;
  rangeLength: number;
}

/** Moves a range in front of a row; both places are counted before the move. */
export function reorderRows<Row>(rows: readonly Row[], reorder: Reorder): Row[] {
  const { rangeStart, insertBefore, rangeLength } = reorder;
  const moved = rows.slice(rangeStart, rangeStart + rangeLength);
  const rest = rows.toSpliced(rangeStart, rangeLength);
  const target = insertBefore <= rangeStart ? insertBefore : insertBefore - moved.length;
  return rest.toSpliced(Math.max(rangeStart < insertBefore ? rangeStart : 0, target), 0, ...moved);
}
