type Row = { id: string };

/** Where the focus is; the index helps when its row has gone meanwhile. */
export type Focus = { id: string | null; index: number };

/** The row that has the focus now: itself, or the one that took its place. */
export function focusIn<R extends Row>(rows: readonly R[], { id, index }: Focus): R | null {
  const found = rows.find((row) => row.id === id);
  return found ?? rows[Math.min(Math.max(index, 0), rows.length - 1)] ?? null;
}

/** The focus once some rows have left: the next row that stays, at the end the one before. */
export function focusAfter(
  rows: readonly Row[],
  leaving: ReadonlySet<string>,
  focusedId: string | null,
): Focus {
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === focusedId),
  );
  const next =
    rows.slice(at).find(({ id }) => !leaving.has(id)) ??
    rows.slice(0, at).findLast(({ id }) => !leaving.has(id));
  const staying = rows.filter(({ id }) => !leaving.has(id));
  return { id: next?.id ?? null, index: next ? staying.indexOf(next) : 0 };
}

export function focusAt(rows: readonly Row[], index: number): Focus {
  const inside = Math.max(0, Math.min(index, rows.length - 1));
  return { id: rows[inside]?.id ?? null, index: inside };
}
