import { copyRows } from "./edit-lists";
import { keyOf, type Row } from "./row";

export const groupings = ["label", "genre", "year", "key"] as const;

/** What the tracks of a group have in common. */
export type Grouping = (typeof groupings)[number];

/** Of more groups than a person looks through the smallest come together. */
export const MOST_GROUPS = 20;

/** Null: what belongs to no group, or to a small one of too many. */
export type RowGroup = { name: string | null; rows: Row[] };

/** A list per group, in the order in which the groups come up; the one without a name comes last. */
export function groupRows(
  rows: readonly Row[],
  groupOf: (uri: string) => string | null,
): RowGroup[] {
  const groups = new Map<string, Row[]>();
  const copied = copyRows(rows).map((row) => ({ row, group: groupOf(keyOf(row.uri)) }));
  for (const { row, group } of copied) {
    if (group !== null) groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  const isWhole = copied.every(({ group }) => group !== null) && groups.size <= MOST_GROUPS;
  const largest = [...groups].toSorted(([, one], [, other]) => other.length - one.length);
  const named = new Set(
    largest.slice(0, isWhole ? MOST_GROUPS : MOST_GROUPS - 1).map(([key]) => key),
  );
  const rest = copied.filter(({ group }) => group === null || !named.has(group));
  return [
    ...[...groups].flatMap(([name, own]) => (named.has(name) ? [{ name, rows: own }] : [])),
    ...(rest.length > 0 ? [{ name: null, rows: rest.map(({ row }) => row) }] : []),
  ];
}
