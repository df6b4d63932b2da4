import { followNeighbours } from "./follow-neighbours";
import { matchRows, placesIn } from "./match-rows";
import { countUris, keyOf, type Places, type Row, urisOf } from "./row";

/**
 * The target with what a person added meanwhile, each row behind its neighbour. `expected` are the
 * states the playlist may be in without them: before and after a write of unknown outcome.
 */
export function carryAdditions(
  target: readonly Row[],
  actual: readonly Row[],
  expected: readonly Places[],
): { rows: Row[]; added: number } {
  const added = addedPlaces(urisOf(actual), expected);
  const rest = actual.flatMap(({ uri }, at) => (added.has(at) ? [] : [{ uri, at }]));
  const places = placesIn(
    rest.map(({ uri }) => uri),
    urisOf(target),
  );
  const anchors = new Map(rest.map(({ at }, index) => [at, places.get(index) ?? null]));
  return {
    rows: followNeighbours(target, actual, {
      isGuest: (at) => added.has(at),
      anchorOf: (at) => anchors.get(at) ?? null,
    }),
    added: added.size,
  };
}

/** Of each URI as many as there are more than in any expected state, those that fit it least. */
function addedPlaces(actual: Places, expected: readonly Places[]): Set<number> {
  const counts = expected.map(countUris);
  const surplus = new Map<string, number>();
  for (const [uri, count] of countUris(actual)) {
    const most = Math.max(0, ...counts.map((known) => known.get(uri) ?? 0));
    if (count > most) surplus.set(uri, count - most);
  }
  if (surplus.size === 0) return new Set();

  const strangers = expected
    .map((known) => matchRows(known, actual))
    .map((origins) => new Set(origins.flatMap((origin, at) => (origin === null ? [at] : []))))
    .toSorted((one, other) => one.size - other.size)[0];
  const order = [...actual.keys()].toSorted(
    (one, other) => Number(strangers?.has(other)) - Number(strangers?.has(one)) || one - other,
  );
  const added = new Set<number>();
  for (const at of order) {
    const key = keyOf(actual[at] ?? null);
    const left = surplus.get(key) ?? 0;
    if (left > 0) added.add(at);
    surplus.set(key, left - 1);
  }
  return added;
}
