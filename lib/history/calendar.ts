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

/** From a first day to the one behind the last. */
export type Span = { from: string; to: string };

const isSpan = ({ from, to }: Span) => from < to;
const yearStart = (day: string) => `${day.slice(0, 4)}-01-01`;

/** A period in whole years, the whole months beside them, and the days that are left at its ends. */
export function splitPeriod({ from, to }: Span): Record<"years" | "months" | "days", Span[]> {
  const months = { from: addMonths(addDays(from, -1), 1), to: monthStart(to) };
  if (!isSpan(months)) return { years: [], months: [], days: [{ from, to }] };
  const days = [
    { from, to: months.from },
    { from: months.to, to },
  ].filter(isSpan);
  const years = {
    from: addMonths(yearStart(addDays(months.from, -1)), 12),
    to: yearStart(months.to),
  };
  if (!isSpan(years)) return { years: [], months: [months], days };
  const beside = [
    { from: months.from, to: years.from },
    { from: years.to, to: months.to },
  ].filter(isSpan);
  return { years: [years], months: beside, days };
}

/** The day it is somewhere. */
export const dayIn = (timeZone: string, at: Date) =>
  new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(at);
