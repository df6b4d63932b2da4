export type Place = {
  rank: number;
  key: string;
  name: string;
  plays: number;
  /** Places won since the month before; null for one that was not among the first then. */
  moved: number | null;
};
export type RankedMonth = { month: string; places: Place[] };

type Row = { month: string; key: string; name: string; plays: number; rank: number };

/** Months with their first places, each with how far it moved. */
export function rankMovement(rows: readonly Row[]): RankedMonth[] {
  const months = new Map<string, Row[]>();
  for (const row of rows) months.set(row.month, [...(months.get(row.month) ?? []), row]);
  const ordered = [...months].toSorted(([a], [b]) => a.localeCompare(b));
  return ordered.map(([month, places], index) => {
    const before = new Map(ordered[index - 1]?.[1].map(({ key, rank }) => [key, rank]));
    return {
      month,
      places: places
        .toSorted((a, b) => a.rank - b.rank)
        .map(({ rank, key, name, plays }) => {
          const was = before.get(key);
          return { rank, key, name, plays, moved: was === undefined ? null : was - rank };
        }),
    };
  });
}
