import { inChunks } from "@/lib/in-chunks";
import { type Layout, layOut, type Sides } from "./lay-out";
import { MOST_PER_WRITE, type PlaylistWrite } from "./playlist-write";
import { rewriteRuns } from "./rewrite-runs";
import { canBeAdded, countUris, keyOf, type Places } from "./row";

export type RowPlan = {
  /** In the order they have to be made. */
  writes: PlaylistWrite[];
  /** What they take out, some of it to put it in again elsewhere. */
  takenOut: string[];
  /** The whole list is written anew: every row loses the date it was added at. */
  replaces: boolean;
};

/** How many requests for removals are tried beyond those that have to be. */
const MORE_REMOVALS = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96];

type How = {
  most?: number;
  mayReplace?: boolean;
  /** Of a plan that is being carried out: it goes on as it was thought out. */
  takenOut?: readonly string[];
};

/**
 * The fewest requests found that turn what a playlist holds into the target, never more than a
 * replacement needs where that loses nothing. Of equally many, moves are preferred: a moved row
 * keeps its date. What cannot be added must stand as often in the target as it does now.
 */
export function planRows(
  actual: Places,
  target: Places,
  { most = MOST_PER_WRITE, mayReplace = true, takenOut }: How = {},
): RowPlan {
  refuseLoss(actual, target);
  const sides = { actual, target, most };
  const layout = takenOut ? goingOn(sides, takenOut) : fewestRequests(sides);
  if (mayReplace && actual.every(canBeAdded)) {
    const whole = replacement(target.filter(canBeAdded), most);
    if (whole.length < layout.requests) return { writes: whole, takenOut: [], replaces: true };
  }
  const writes = writesOf(actual, target, { layout, most });
  return { writes, takenOut: [...layout.gone], replaces: false };
}

function refuseLoss(actual: Places, target: Places) {
  const wanted = countUris(target.filter((uri) => !canBeAdded(uri)));
  const held = countUris(actual.filter((uri) => !canBeAdded(uri)));
  const same = wanted.size === held.size && [...held].every(([uri, n]) => wanted.get(uri) === n);
  if (!same) throw new RangeError("What cannot be added must stay, and cannot come.");
}

const plainLayout = (sides: Sides) => layOut(sides, surplusOf(sides));
const heldOf = ({ actual }: Sides) => new Set(actual.filter(canBeAdded));

function fewestRequests(sides: Sides): Layout {
  const { target, most } = sides;
  const plain = plainLayout(sides);
  const held = heldOf(sides);
  const rewritten = target.map(keyOf).filter((uri) => held.has(uri));
  const everything = new Set([...plain.gone, ...rewritten]);
  const needed = Math.ceil(plain.gone.size / most);
  const distinct = Math.ceil(everything.size / most);
  let best = plain;
  for (const more of MORE_REMOVALS) {
    const removals = Math.min(needed + more, distinct);
    if (removals >= best.requests) break;
    const gone = rewriteRuns(target, plain, { held, most, removals });
    if (gone.size === plain.gone.size) continue;
    const layout = layOut(sides, gone);
    if (layout.requests < best.requests) best = layout;
  }
  if (distinct >= best.requests) return best;
  const anew = layOut(sides, everything);
  return anew.requests < best.requests ? anew : best;
}

/**
 * A search for the best way from the midst of another one may find none as short: each write has to
 * leave fewer, or the last is never made.
 */
function goingOn(sides: Sides, takenOut: readonly string[]): Layout {
  const plain = plainLayout(sides);
  const held = heldOf(sides);
  const gone = new Set([...plain.gone, ...takenOut.filter((uri) => held.has(uri))]);
  if (gone.size === plain.gone.size || gone.size / sides.most >= plain.requests) return plain;
  const layout = layOut(sides, gone);
  return layout.requests < plain.requests ? layout : plain;
}

/** What stands more often than it should: a removal takes all copies, and those that stay come back. */
function surplusOf({ actual, target }: Sides): Set<string> {
  const wanted = countUris(target);
  const held = countUris(actual.filter(canBeAdded));
  return new Set([...held].filter(([uri, n]) => n > (wanted.get(uri) ?? 0)).map(([uri]) => uri));
}

type Laid = { layout: Layout; most: number };

function writesOf(actual: Places, target: Places, { layout, most }: Laid): PlaylistWrite[] {
  const held = actual.filter((uri) => !layout.gone.has(keyOf(uri))).length;
  const removals = inChunks([...layout.gone], most).map((uris): PlaylistWrite => {
    return { kind: "remove", uris };
  });
  const additions = layout.segments
    .filter(({ kind }) => kind === "add")
    .flatMap(({ from, length }) => {
      const uris = target.slice(from, from + length).filter(canBeAdded);
      return inChunks(uris, most).map((chunk, index): PlaylistWrite => {
        return { kind: "add", uris: chunk, position: from + index * most };
      });
    });
  return [...removals, ...movesOf(layout, held), ...additions];
}

/** Front to back: what comes before a block in the target stands in its order already. */
function movesOf({ blocks }: Layout, held: number): PlaylistWrite[] {
  let order = Array.from({ length: held }, (_, index) => index);
  let previous: number | null = null;
  const moves: PlaylistWrite[] = [];
  for (const { from, length, stays } of blocks) {
    if (!stays) {
      const start = order.indexOf(from);
      const before: number = previous === null ? 0 : order.indexOf(previous) + 1;
      moves.push({ kind: "move", from: start, before, length });
      const moved = order.slice(start, start + length);
      const rest = order.toSpliced(start, length);
      order = rest.toSpliced(before > start ? before - length : before, 0, ...moved);
    }
    previous = from + length - 1;
  }
  return moves;
}

function replacement(target: readonly string[], most: number): PlaylistWrite[] {
  const [first = [], ...rest] = inChunks(target, most);
  return [
    { kind: "replace", uris: first },
    ...rest.map((uris, index): PlaylistWrite => {
      return { kind: "add", uris, position: (index + 1) * most };
    }),
  ];
}
