import { carryAdditions } from "./carry-additions";
import { withoutCopies } from "./drop-removals";
import { countUris, type Row, urisOf } from "./row";

type Sides = Record<"base" | "target" | "actual", readonly Row[]>;

/** The list before a plan, with what a person added and without what they removed since it. */
export function undoRows({ base, target, actual }: Sides): Row[] {
  const held = countUris(urisOf(actual));
  const missing = new Map(
    [...countUris(urisOf(target))].map(([uri, count]) => [uri, count - (held.get(uri) ?? 0)]),
  );
  const { rows: rest } = withoutCopies(base, missing);
  return carryAdditions(rest, actual, [urisOf(target)]).rows;
}
