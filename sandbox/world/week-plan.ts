import { genres } from "./genres";
import { at, randomFrom } from "./random";

/** How many tracks of each kind a style-week holds. */
export interface WeekPlan {
  fresh: number;
  /** Sizes of the week's compilations. */
  compilations: readonly number[];
  /** Recordings of the last weeks, sold again on another release. */
  repeats: number;
  /** Recordings of long ago, sold again. */
  reissues: number;
  /** Recordings of this very week on a second release. */
  doubles: number;
}

export const FEWEST_TRACKS = 120;
export const MOST_TRACKS = 250;

const share = (total: number, part: number) => Math.max(1, Math.round(total * part));

export function planWeek(
  seed: string,
  { genreIndex, weekIndex, scale }: { genreIndex: number; weekIndex: number; scale: number },
): WeekPlan {
  const genre = at(genres, genreIndex);
  const taste = randomFrom(seed, "volume", genre.id).next();
  const random = randomFrom(seed, "plan", genre.id, weekIndex);
  const spread = MOST_TRACKS - FEWEST_TRACKS;
  const busyness = Math.min(1, Math.max(0, taste * 0.75 + random.next() * 0.25));
  const total = Math.max(12, Math.round((FEWEST_TRACKS + spread * busyness) * scale));

  const repeats = share(total, 0.02);
  const reissues = share(total, 0.015);
  const doubles = share(total, 0.02);
  const compilations = Array.from({ length: share(total, 1 / 190) }, () =>
    Math.min(random.int(6, 14), share(total, 0.06)),
  );
  const again = compilations.reduce((sum, size) => sum + size, repeats + reissues + doubles);
  return { fresh: total - again, compilations, repeats, reissues, doubles };
}
