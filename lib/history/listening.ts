import { addDays, addMonths, daysBetween, monthStart, weekStart } from "./calendar";
import type { Grain, Period } from "./period";

export type Day = { day: string; plays: number; ms: number };
/** Days in a row with a play; `to` is the last of them. */
export type Streak = { days: number; from: string; to: string };

const starts: Record<Grain, (day: string) => string> = {
  day: (day) => day,
  week: weekStart,
  month: monthStart,
};
const nexts: Record<Grain, (start: string) => string> = {
  day: (start) => addDays(start, 1),
  week: (start) => addDays(start, 7),
  month: (start) => addMonths(start, 1),
};

/** Plays per day, week or month of a period, silent ones too. */
export function groupDays(
  days: readonly Day[],
  { from, to }: Pick<Period, "from" | "to">,
  grain: Grain,
): Day[] {
  const sums = new Map<string, Day>();
  for (let start = starts[grain](from); start < to; start = nexts[grain](start)) {
    sums.set(start, { day: start, plays: 0, ms: 0 });
  }
  for (const { day, plays, ms } of days) {
    const sum = sums.get(starts[grain](day));
    if (!sum) continue;
    sum.plays += plays;
    sum.ms += ms;
  }
  return [...sums.values()];
}

/** The longest row of days with a play, and the one that goes on; a day is not over before it is. */
export function streaksOf(days: readonly Pick<Day, "day">[], today: string) {
  let longest: Streak | null = null;
  let running: Streak | null = null;
  for (const { day } of days) {
    const goesOn: boolean = running !== null && daysBetween(running.to, day) === 1;
    running =
      goesOn && running
        ? { days: running.days + 1, from: running.from, to: day }
        : { days: 1, from: day, to: day };
    if (!longest || running.days > longest.days) longest = running;
  }
  const current = running && daysBetween(running.to, today) <= 1 ? running : null;
  return { longest, current };
}
