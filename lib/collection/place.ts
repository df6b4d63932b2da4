import { COUNT_CEILING } from "@/lib/beatport/tracks";

const DAYS = 7;

/** Where the reading of a week stands. */
export type Place = {
  generation: number;
  /** How often the week was read from the start in this run, from 1. */
  pass: number;
  /** Null while the week is read as one range; 0 to 6 when it is read day by day. */
  day: number | null;
  page: number;
  /** What Beatport last counted in the range; null before its first page. */
  count: number | null;
  /** The counts of the days that are behind. */
  behind: number;
  /** False once a count changed while its range was read: rows have shifted between pages. */
  steady: boolean;
};

export type Step = { next: Place } | { end: { expected: number; steady: boolean } };

export const firstPlace = (generation: number, pass = 1): Place => ({
  generation,
  pass,
  day: null,
  page: 1,
  count: null,
  behind: 0,
  steady: true,
});

/** Where to go on after a page. A week that Beatport does not count to its end is read day by day. */
export function stepAfter(place: Place, page: { count: number | null; last: boolean }): Step {
  const count = page.count ?? place.count ?? 0;
  const steady =
    place.steady && (place.count === null || page.count === null || page.count === place.count);

  if (count >= COUNT_CEILING) {
    if (place.day !== null) {
      throw new RangeError("Beatport lists more tracks on one day than it lets anybody read.");
    }
    return { next: { ...firstPlace(place.generation, place.pass), day: 0 } };
  }
  if (!page.last) return { next: { ...place, page: place.page + 1, count, steady } };

  const behind = place.behind + count;
  const { day } = place;
  if (day === null || day === DAYS - 1) return { end: { expected: behind, steady } };
  return { next: { ...place, day: day + 1, page: 1, count: null, behind, steady } };
}
