import { randomFrom } from "../world/random";
import type { LibrarySpec } from "./library-size";
import { monthOf, secondOf } from "./month";
import { type Find, shuffled, type Taste } from "./taste";

export const HISTORY_MONTHS = 42;
const STRETCH_MS = 30 * 86_400_000;

/** Now and then several things are saved in one second. */
const SAME_SECOND = 0.04;

/** A uri with the second it was saved in. */
export interface Saved {
  uri: string;
  addedAt: string;
}

export interface Birth {
  taste: Taste;
  userId: string;
  spec: LibrarySpec;
  /** The moment the history leads up to. */
  anchor: number;
}

const newestFirst = (saved: readonly Saved[]) =>
  saved.toSorted((left, right) => right.addedAt.localeCompare(left.addedAt));

/** Stretches of thirty days up to the anchor, oldest first, each with what the user found then. */
export function stretchesOf({ taste, userId, anchor }: Birth) {
  return Array.from({ length: HISTORY_MONTHS }, (_, index) => {
    const start = anchor - (HISTORY_MONTHS - index) * STRETCH_MS;
    return { start, finds: taste.month(userId, monthOf(start)) };
  });
}

/** Takes `count` different uris, spread over the stretches, and gives each a second of its own. */
export function drawSaved(
  birth: Birth,
  what: { kind: string; count: number; uriOf: (find: Find) => string },
): Saved[] {
  const random = randomFrom(birth.taste.seed, what.kind, birth.userId, what.count);
  const stretches = stretchesOf(birth).map(({ start, finds }) => ({
    start,
    finds: shuffled(random, finds),
    second: start,
  }));
  const longest = Math.max(...stretches.map(({ finds }) => finds.length));
  const saved = new Map<string, string>();
  for (let place = 0; place < longest && saved.size < what.count; place += 1) {
    for (const stretch of stretches) {
      const find = stretch.finds[place];
      const uri = find && what.uriOf(find);
      if (!uri || saved.has(uri) || saved.size >= what.count) continue;
      if (!random.chance(SAME_SECOND)) {
        stretch.second = stretch.start + Math.floor(random.next() * STRETCH_MS);
      }
      saved.set(uri, secondOf(stretch.second));
    }
  }
  return newestFirst([...saved].map(([uri, addedAt]) => ({ uri, addedAt })));
}
