import type { Row } from "../row";

/** A playlist with rows of everybody, and what the rules want of it next. */
export type RandomPair = { rows: Row[]; desired: string[]; removedByHand: string[] };

/** The same numbers for the same seed: mulberry32. */
export function randomNumbers(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  const shuffled = <T>(list: readonly T[]): T[] =>
    list
      .map((item) => ({ item, order: next() }))
      .toSorted((one, other) => one.order - other.order)
      .map(({ item }) => item);
  return { next, below, shuffled };
}

/** One pair in so many is long; the others are short, where odd cases are more likely. */
const LONG_EVERY = 25;
const SHORT = 60;

/**
 * A pair of lists from a pool of tracks: with duplicates, rows by hand, and rules that change a
 * little, much, or the order of everything.
 */
export function randomPair(
  seed: number,
  pool: readonly string[],
  { unnamed = 0 }: { unnamed?: number } = {},
): RandomPair {
  const random = randomNumbers(seed);
  const most = seed % LONG_EVERY === 0 ? pool.length : SHORT;
  const tracks = random.shuffled(pool).slice(0, most);
  const split = random.below(tracks.length + 1);
  const own = tracks.slice(0, split);
  let rows = own.map((uri): Row => ({ uri, by: "rule" }));
  const put = (row: Row) => {
    rows = rows.toSpliced(random.below(rows.length + 1), 0, row);
  };
  const strangers = random.below(Math.min(12, most));
  for (let count = 0; count < strangers; count += 1) {
    const uri = tracks[random.below(tracks.length)] ?? null;
    put({ uri, by: random.next() < 0.2 ? "curator" : "hand" });
  }
  for (let count = 0; count < unnamed; count += 1) put({ uri: null, by: "hand" });

  const staying = own.filter(() => random.next() < 0.85);
  const arriving = tracks.slice(split).filter(() => random.next() < 0.3);
  const wanted = random.next() < 0.5 ? [...staying, ...arriving] : [...arriving, ...staying];
  return {
    rows,
    desired: random.next() < 0.3 ? random.shuffled(wanted) : wanted,
    removedByHand: arriving.filter(() => random.next() < 0.1),
  };
}
