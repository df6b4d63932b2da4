import { matchPlaces } from "@/lib/library/match-places";
import { keyOf, type Places } from "./row";

/** For each place of `list`, which place of `source` it is; null where it is none of them. */
export function matchRows(source: Places, list: Places): (number | null)[] {
  const { kept, moved } = matchPlaces(
    source.map((uri, at) => ({ key: keyOf(uri), at })),
    list.map((uri) => ({ key: keyOf(uri) })),
  );
  return list.map((_, index) => (kept.get(index) ?? moved.get(index))?.at ?? null);
}

/** For each place of `source`, where in `list` it stands. */
export function placesIn(source: Places, list: Places): Map<number, number> {
  return new Map(
    matchRows(source, list).flatMap((at, place): [number, number][] =>
      at === null ? [] : [[at, place]],
    ),
  );
}
