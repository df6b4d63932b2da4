const DAY_MS = 86_400_000;
const FRIDAY = 5;

export type Week = { year: number; week: number };

const mondayOf = (date: Date) => {
  const day = (date.getUTCDay() + 6) % 7;
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() - day));
};

const firstMonday = (year: number) => mondayOf(new Date(Date.UTC(year, 0, 4)));

/** The ISO-8601 week of a UTC date; its year is the week-year, not the calendar year. */
export function weekOf(date: Date): Week {
  const monday = mondayOf(date);
  const year = new Date(monday.getTime() + 3 * DAY_MS).getUTCFullYear();
  const week = Math.round((monday.getTime() - firstMonday(year).getTime()) / (7 * DAY_MS)) + 1;
  return { year, week };
}

/** Monday and Sunday of a week as ISO dates, both included. */
export function datesOf({ year, week }: Week): { from: string; to: string } {
  const monday = firstMonday(year).getTime() + (week - 1) * 7 * DAY_MS;
  const iso = (time: number) => new Date(time).toISOString().slice(0, 10);
  return { from: iso(monday), to: iso(monday + 6 * DAY_MS) };
}

export function addWeeks({ year, week }: Week, weeks: number): Week {
  return weekOf(new Date(firstMonday(year).getTime() + (week - 1 + weeks) * 7 * DAY_MS));
}

/** A week number can be 53 only in some years. */
export const isWeek = (week: Week) => {
  const same = addWeeks(week, 0);
  return same.year === week.year && same.week === week.week;
};

/** Friday is release day: before it, the newest week worth sorting is the last one. */
export function newestReleaseWeek(now: Date): Week {
  const sinceMonday = (now.getUTCDay() + 6) % 7;
  const current = weekOf(now);
  return sinceMonday + 1 >= FRIDAY ? current : addWeeks(current, -1);
}

export const formatWeek = ({ year, week }: Week) => `${year}-W${String(week).padStart(2, "0")}`;

/** Reads `2026-W46`; null when it is not a week that exists. */
export function parseWeek(text: string): Week | null {
  const match = /^(\d{4})-W(\d{2})$/.exec(text);
  if (!match) return null;
  const week = { year: Number(match[1]), week: Number(match[2]) };
  return week.week >= 1 && week.week <= 53 && isWeek(week) ? week : null;
}
