import { longestRising } from "./longest-rising";

type Keyed = { key: string };

/** Of what stands in a list many times, so many places are compared; more would take too long. */
const MOST_CANDIDATES = 32;

/**
 * Which known place each seen one is, by the seen one's index: `kept` in its old order, as many as
 * possible, or `moved`. Each known place is taken once, so copies of the same are told apart.
 */
export function matchPlaces<Known extends Keyed>(known: readonly Known[], seen: readonly Keyed[]) {
  const kept = new Map<number, Known>();
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
  known: readonly Keyed[],
  seen: readonly Keyed[],
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

function matchMoved<Known extends Keyed>(
  known: readonly Known[],
  seen: readonly Keyed[],
  kept: ReadonlyMap<number, Known>,
) {
  const held = new Set(kept.values());
  const free = new Map<string, Known[]>();
  for (const place of known.toReversed()) {
    if (!held.has(place)) free.set(place.key, [...(free.get(place.key) ?? []), place]);
  }
  const moved = new Map<number, Known>();
  for (const [index, { key }] of seen.entries()) {
    const place = kept.has(index) ? undefined : free.get(key)?.pop();
    if (place) moved.set(index, place);
  }
  return moved;
}
