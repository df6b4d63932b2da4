import { countUris, keyOf, type Places, type Row } from "./row";

/**
 * The target without what a person took out since: of each URI as many as fewer are there than in
 * any state the playlist may have been in.
 */
export function dropRemovals(
  target: readonly Row[],
  actual: Places,
  expected: readonly Places[],
): { rows: Row[]; dropped: Row[] } {
  const held = countUris(actual);
  const [first = new Map<string, number>(), ...others] = expected.map(countUris);
  const missing = new Map<string, number>();
  for (const [uri, count] of first) {
    const least = Math.min(count, ...others.map((counts) => counts.get(uri) ?? 0));
    missing.set(uri, least - (held.get(uri) ?? 0));
  }
  return withoutCopies(target, missing);
}

/** Rows without so many copies of each: rather a rule's than a person's, and the last ones first. */
function withoutCopies(rows: readonly Row[], counts: ReadonlyMap<string, number>) {
  const left = new Map(counts);
  const dropped = new Set<Row>();
  const isRuled = (row: Row) => row.by === "rule";
  const last = rows.toReversed();
  for (const row of [...last.filter(isRuled), ...last.filter((row) => !isRuled(row))]) {
    const count = left.get(keyOf(row.uri)) ?? 0;
    if (count > 0) dropped.add(row);
    left.set(keyOf(row.uri), count - 1);
  }
  return { rows: rows.filter((row) => !dropped.has(row)), dropped: [...dropped] };
}
