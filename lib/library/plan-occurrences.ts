import { generateNKeysBetween } from "fractional-indexing";
import { matchPlaces } from "./match-places";

/** A place of a list as it is known: what stands there, and everything else that is known of it. */
export type KnownPlace = { occurrence: string; position: string; key: string; facts: string };

export type SeenPlace = Pick<KnownPlace, "key" | "facts">;

/** A row to append: `seen` is the index of its place, `occurrence` null where it is a new one. */
export type PlannedPlace = { seen: number; occurrence: string | null; position: string };

export type OccurrencePlan = { rows: PlannedPlace[]; gone: string[] };

/**
 * The fewest rows that bring the known list, in the order of its positions, to the one that was
 * seen. What kept its order to a longest common part keeps occurrence and position and needs no row
 * unless its facts changed; what moved keeps its occurrence.
 */
export function planOccurrences(
  known: readonly KnownPlace[],
  seen: readonly SeenPlace[],
): OccurrencePlan {
  const { kept, moved } = matchPlaces(known, seen);
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
