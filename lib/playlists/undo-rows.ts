import { matchPlaces } from "@/lib/library/match-places";
import { followNeighbours } from "./follow-neighbours";
import { matchRows } from "./match-rows";
import { countUris, keyOf, type Row, urisOf } from "./row";

type Sides = Record<"base" | "target" | "actual", readonly Row[]>;

/** A row with where it stood before the plan; null for one that a person put in since. */
type Held = { row: Row; before: number | null };

/**
 * The list as it is without what a plan did: what it put in goes, what it took out comes back
 * behind the neighbour it followed, and what it moved follows what it followed before. What a
 * person put in, took out or moved since stays so.
 */
export function undoRows({ base, target, actual }: Sides): Row[] {
  const origins = matchRows(urisOf(base), urisOf(target));
  const staying = inOldOrder(actual, { target, origins });
  const seats = new Map(staying.map(({ before }, seat) => [before, seat]));
  const missing = takenOut(base, { origins, staying });
  const old = base.map((row, before): Held => ({ row, before }));
  return followNeighbours(staying, old, {
    isGuest: (at) => missing.has(at),
    anchorOf: (at) => seats.get(at) ?? null,
  }).map(({ row }) => row);
}

/** What is there and not of the plan; only what a person moved since follows what it follows now. */
function inOldOrder(
  actual: readonly Row[],
  { target, origins }: { target: readonly Row[]; origins: readonly (number | null)[] },
): Held[] {
  const keyed = (rows: readonly Row[]) => rows.map(({ uri }, at) => ({ key: keyOf(uri), at }));
  const { kept, moved } = matchPlaces(keyed(target), keyed(actual));
  const held = actual.map((row, at): Held & { isPlans: boolean } => {
    const planned = kept.get(at) ?? moved.get(at);
    const before = planned ? (origins[planned.at] ?? null) : null;
    return { row, before, isPlans: planned !== undefined && before === null };
  });
  const isGuest = (at: number) => !kept.has(at) && !held[at]?.isPlans;
  const settled = held
    .map(({ before }, at) => ({ at, before }))
    .filter(({ at, before }) => before !== null && kept.has(at))
    .toSorted((one, other) => (one.before ?? 0) - (other.before ?? 0));
  const seats = new Map(settled.map(({ at }, seat) => [at, seat]));
  return followNeighbours<Held>(
    settled.flatMap(({ at }) => held[at] ?? []),
    held,
    { isGuest, anchorOf: (at) => seats.get(at) ?? null },
  );
}

/** The rows that the plan took out, without those that a person put back. */
function takenOut(
  base: readonly Row[],
  { origins, staying }: { origins: readonly (number | null)[]; staying: readonly Held[] },
): Set<number> {
  const wanted = new Set(origins);
  const back = countUris(staying.flatMap(({ row, before }) => (before === null ? [row.uri] : [])));
  const gone = [...base.entries()].filter(([at, { uri }]) => {
    if (wanted.has(at)) return false;
    const left = back.get(keyOf(uri)) ?? 0;
    back.set(keyOf(uri), left - 1);
    return left <= 0;
  });
  return new Set(gone.map(([at]) => at));
}
