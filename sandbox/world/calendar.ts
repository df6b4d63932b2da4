/** A calendar day written `2026-11-13`. */
export type Day = string;

const DAY_MS = 86_400_000;
/** Monday of 2015-W01: week 0 of the generated world. */
const FIRST_MONDAY_MS = Date.UTC(2014, 11, 29);

export const dayOf = (instant: Date): Day => instant.toISOString().slice(0, 10);

const millisecondsOf = (day: Day) => Date.parse(`${day}T00:00:00Z`);

export const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(millisecondsOf(text)) &&
  dayOf(new Date(millisecondsOf(text))) === text;

export const addDays = (day: Day, days: number): Day =>
  dayOf(new Date(millisecondsOf(day) + days * DAY_MS));

export const daysBetween = (from: Day, to: Day) =>
  Math.round((millisecondsOf(to) - millisecondsOf(from)) / DAY_MS);

/** Whole weeks since 2015-W01; negative before it. */
export const weekIndexOf = (day: Day) =>
  Math.floor((millisecondsOf(day) - FIRST_MONDAY_MS) / (7 * DAY_MS));

export const mondayOf = (weekIndex: number): Day =>
  dayOf(new Date(FIRST_MONDAY_MS + weekIndex * 7 * DAY_MS));

/** The ISO-8601 week-year and week of a week index: its Thursday decides the year. */
export function isoWeekOf(weekIndex: number): { year: number; week: number } {
  const thursday = FIRST_MONDAY_MS + (weekIndex * 7 + 3) * DAY_MS;
  const year = new Date(thursday).getUTCFullYear();
  const dayOfYear = (thursday - Date.UTC(year, 0, 1)) / DAY_MS;
  return { year, week: Math.floor(dayOfYear / 7) + 1 };
}

export function weekIndexOfIso(year: number, week: number): number {
  const fourthOfJanuary = `${year}-01-04`;
  return weekIndexOf(fourthOfJanuary) + week - 1;
}
