/** Days are ISO texts of a person's calendar, `2026-11-21`; they compare as texts. */
const DAY_MS = 86_400_000;

const numberOf = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const dayOf = (number: number) => new Date(number * DAY_MS).toISOString().slice(0, 10);

export const addDays = (day: string, days: number) => dayOf(numberOf(day) + days);
export const daysBetween = (from: string, to: string) => numberOf(to) - numberOf(from);

/** The first day of the month so many months later. */
export function addMonths(day: string, months: number): string {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return date.toISOString().slice(0, 10);
}

export const monthStart = (day: string) => `${day.slice(0, 7)}-01`;

/** The Monday of a day's week. */
export function weekStart(day: string): string {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

/** The whole months between two days, from `first` up to `last`; none where the two are one. */
export function monthsWithin({ from, to }: { from: string; to: string }) {
  const first = from === monthStart(from) ? from : addMonths(from, 1);
  const last = monthStart(to);
  return first < last ? { first, last } : { first: to, last: to };
}

/** The day it is somewhere. */
export const dayIn = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
