import { followNeighbours } from "./follow-neighbours";
import { placesIn } from "./match-rows";
import { canBeAdded, countUris, keyOf, type Row, urisOf } from "./row";

/**
 * A wanted list as it can be had: what cannot be added and is not there is left out, and what
 * cannot be added and is there stays, behind the neighbour it follows.
 */
export function fitTarget(
  actual: readonly Row[],
  wanted: readonly Row[],
): { rows: Row[]; lost: number } {
  const free = countUris(urisOf(actual).filter((uri) => !canBeAdded(uri)));
  const possible = wanted.filter(({ uri }) => {
    if (canBeAdded(uri)) return true;
    const left = free.get(keyOf(uri)) ?? 0;
    free.set(keyOf(uri), left - 1);
    return left > 0;
  });
  const places = placesIn(urisOf(actual), urisOf(possible));
  const isGuest = (at: number) => !canBeAdded(actual[at]?.uri ?? null) && !places.has(at);
  return {
    rows: followNeighbours(possible, actual, {
      isGuest,
      anchorOf: (at) => places.get(at) ?? null,
    }),
    lost: wanted.length - possible.length,
  };
}
