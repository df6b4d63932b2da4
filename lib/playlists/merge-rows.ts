import { longestRising } from "@/lib/library/longest-rising";
import { followNeighbours } from "./follow-neighbours";
import { canBeAdded, MOST_ROWS, type Row, urisOf } from "./row";

type Sides = {
  /** What the playlist holds, and whose it is. */
  actual: readonly Row[];
  /** What the rules want, in order. */
  desired: readonly string[];
  /** Rule rows that a person took out, those of long ago first. */
  removedByHand: ReadonlySet<string>;
  /** Whether a rule row that is not wanted any more may go. */
  mayRemove: (uri: string) => boolean;
};

export type Merged = {
  rows: Row[];
  /** Wanted and left out, because a person took them out. */
  leftOut: string[];
  /** To be remembered: what a person took out and did not put back, wanted at the moment or not. */
  removedByHand: string[];
  /** Rows of a person that stay although no rule wants them. */
  keptByHand: number;
  /** Rule rows that are not wanted and may not go yet. */
  waiting: number;
};

/**
 * What a playlist should hold: the rules' rows in the rules' order, and among them, each behind the
 * neighbour it follows, everything a person put there. What a person removed is not put back, also
 * when the rules did not want it for a while.
 */
export function mergeRows({ actual, desired, removedByHand, mayRemove }: Sides): Merged {
  const ranks = new Set(desired.filter(canBeAdded));
  const byPerson = new Set(actual.filter((row) => row.by !== "rule").map(({ uri }) => uri));

  const seats = new Map<string, number>();
  const guests = new Set<number>();
  let waiting = 0;
  for (const [at, { uri, by }] of actual.entries()) {
    if (by !== "rule" || !canBeAdded(uri)) {
      guests.add(at);
    } else if (!ranks.has(uri)) {
      if (mayRemove(uri)) continue;
      guests.add(at);
      waiting += 1;
    } else if (!seats.has(uri)) {
      seats.set(uri, at);
    }
  }

  const absent = [...ranks].filter((uri) => !seats.has(uri) && !byPerson.has(uri));
  const leftOut = absent.filter((uri) => removedByHand.has(uri));
  const arriving = new Set(absent.filter((uri) => !removedByHand.has(uri)));
  const wanted = [...ranks].filter((uri) => seats.has(uri) || arriving.has(uri));
  const anchors = unmoved(seats, wanted);
  const rows = followNeighbours(
    wanted.map((uri): Row => ({ uri, by: "rule" })),
    actual,
    { isGuest: (at) => guests.has(at), anchorOf: (at) => anchors.get(at) ?? null },
  );
  return {
    rows,
    leftOut,
    removedByHand: remembered(removedByHand, { leftOut, held: new Set(urisOf(rows)) }),
    keptByHand: actual.filter(({ by }) => by !== "rule").length,
    waiting,
  };
}

/** What is left out stays known for certain; of what is not wanted, the latest. */
function remembered(
  removed: ReadonlySet<string>,
  { leftOut, held }: { leftOut: readonly string[]; held: ReadonlySet<string | null> },
) {
  const out = new Set(leftOut);
  const others = [...removed].filter((uri) => !held.has(uri) && !out.has(uri));
  return [...others.slice(-MOST_ROWS), ...leftOut];
}

/** Where the rows that need not move stand now, and where in the wanted list: as many as possible. */
function unmoved(seats: ReadonlyMap<string, number>, wanted: readonly string[]) {
  const places = new Map(wanted.map((uri, place) => [uri, place]));
  const seated = [...seats].toSorted(([, one], [, other]) => one - other);
  const rising = longestRising(seated.map(([uri]) => places.get(uri) ?? 0));
  return new Map(
    rising.flatMap((index): [number, number][] => {
      const [uri, at] = seated[index] ?? [];
      return uri === undefined || at === undefined ? [] : [[at, places.get(uri) ?? 0]];
    }),
  );
}
