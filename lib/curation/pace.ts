/** A longer silence between two presses is a pause, not work. */
const PAUSE_MS = 3 * 60_000;
const FEWEST_PRESSES = 6;

const gaps = (times: readonly number[]) =>
  times
    .toSorted((a, b) => a - b)
    .flatMap((time, index, sorted) => {
      const previous = sorted[index - 1];
      return previous === undefined ? [] : [time - previous];
    })
    .filter((gap) => gap <= PAUSE_MS);

/** Minutes of work between presses, pauses left out. */
export function workedMinutes(presses: readonly Date[]): number {
  const worked = gaps(presses.map((press) => press.getTime()));
  return worked.reduce((sum, gap) => sum + gap, 0) / 60_000;
}

/** Presses a minute over the given ones; null when they are too few to tell a pace. */
export function pressesPerMinute(presses: readonly Date[]): number | null {
  const worked = gaps(presses.map((press) => press.getTime()));
  const minutes = workedMinutes(presses);
  if (presses.length < FEWEST_PRESSES || minutes === 0) return null;
  return Math.round((worked.length / minutes) * 10) / 10;
}

/** Whole minutes for what is left, at least one. */
export function minutesFor(left: number, perMinute: number | null): number | null {
  if (perMinute === null || perMinute === 0) return null;
  return left === 0 ? 0 : Math.max(1, Math.round(left / perMinute));
}
