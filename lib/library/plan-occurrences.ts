import { generateNKeysBetween } from "fractional-indexing";
import { longestRising } from "@/lib/mirrors/longest-rising";

/** A place of a list as it is known: what stands there, and everything else that is known of it. */
export type KnownPlace = { occurrence: string; position: string; key: string; facts: string };

export type SeenPlace = Pick<KnownPlace, "key" | "facts">;

/** A row to append: `seen` is the index of its place, `occurrence` null where it is a new one. */
export type PlannedPlace = { seen: number; occurrence: string | null; position: string };

export type OccurrencePlan = { rows: PlannedPlace[]; gone: string[] };

/** Of what stands in a list many times, so many places are compared; more would take too long. */
const MOST_CANDIDATES = 32;

/**
 * The fewest rows that bring the known list, in the order of its positions, to the one that was
 * seen. What kept its order to a longest common part keeps occurrence and position and needs no row
 * unless its facts changed; what moved keeps its occurrence.
 */
export function planOccurrences(
  known: readonly KnownPlace[],
  seen: readonly SeenPlace[],
): OccurrencePlan {
  const { kept, moved } = match(known, seen);
  const rows: PlannedPlace[] = [];
  let left: string | null = null;
  for (let from = 0; from < seen.length; ) {
    const here = kept.get(from);
    if (here) {
      const { occurrence, position } = here;
      if (here.facts !== seen[from]?.facts) rows.push({ seen: from, occurrence, position });
      left = position;
      from += 1;
      continue;
    }
    let to = from;
    while (to < seen.length && !kept.has(to)) to += 1;
    const right = kept.get(to)?.position ?? null;
    for (const [index, position] of generateNKeysBetween(left, right, to - from).entries()) {
      const place = from + index;
      rows.push({ seen: place, occurrence: moved.get(place)?.occurrence ?? null, position });
    }
    from = to;
  }
  const held = new Set([...kept.values(), ...moved.values()]);
  const gone = known.filter((place) => !held.has(place)).map(({ occurrence }) => occurrence);
  return { rows, gone };
}

/** Which known place each seen one is, by its index: in its old order, or moved. */
function match(known: readonly KnownPlace[], seen: readonly SeenPlace[]) {
  const kept = new Map<number, KnownPlace>();
  const keep = (seenAt: number, knownAt: number) => {
    const place = known[knownAt];
    if (place) kept.set(seenAt, place);
  };

  const shorter = Math.min(known.length, seen.length);
  let start = 0;
  while (start < shorter && known[start]?.key === seen[start]?.key) start += 1;
  let end = 0;
  const isSame = (back: number) => known.at(-1 - back)?.key === seen.at(-1 - back)?.key;
  while (end < shorter - start && isSame(end)) end += 1;

  for (let index = 0; index < start; index += 1) keep(index, index);
  for (let back = 1; back <= end; back += 1) keep(seen.length - back, known.length - back);

  const pairs = candidatePairs(known.slice(start, known.length - end), seen, {
    from: start,
    to: seen.length - end,
  });
  for (const index of longestRising(pairs.map((pair) => pair.known))) {
    const pair = pairs[index];
    if (pair) keep(pair.seen, start + pair.known);
  }
  return { kept, moved: matchMoved(known, seen, kept) };
}

/** All that may be the same, by seen place; for each the later known places come first. */
function candidatePairs(
  known: readonly KnownPlace[],
  seen: readonly SeenPlace[],
  { from, to }: { from: number; to: number },
) {
  const placesOf = new Map<string, number[]>();
  for (const [index, { key }] of known.entries()) {
    const places = placesOf.get(key) ?? [];
    if (places.length < MOST_CANDIDATES) placesOf.set(key, [index, ...places]);
  }
  const pairs: { seen: number; known: number }[] = [];
  for (let index = from; index < to; index += 1) {
    const key = seen[index]?.key ?? "";
    for (const place of placesOf.get(key) ?? []) pairs.push({ seen: index, known: place });
  }
  return pairs;
}

function matchMoved(
  known: readonly KnownPlace[],
  seen: readonly SeenPlace[],
  kept: ReadonlyMap<number, KnownPlace>,
) {
  const held = new Set(kept.values());
  const free = new Map<string, KnownPlace[]>();
  for (const place of known.toReversed()) {
    if (!held.has(place)) free.set(place.key, [...(free.get(place.key) ?? []), place]);
  }
  const moved = new Map<number, KnownPlace>();
  for (const [index, { key }] of seen.entries()) {
    const place = kept.has(index) ? undefined : free.get(key)?.pop();
    if (place) moved.set(index, place);
  }
  return moved;
}
