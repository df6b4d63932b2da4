import { addDays, addMonths } from "@/lib/history/calendar";
import type { SpanUnit } from "./operator";

/** When a rule is asked, and in whose days. */
export type Moment = { now: Date; timeZone: string };

const FARTHEST_ZONE_MS = 16 * 3_600_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than reading a rule, and there are few time zones. */
function dayFormat(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" });
  formats.set(timeZone, format);
  return format;
}

/** The day it is. */
export const todayAt = ({ now, timeZone }: Moment) => dayFormat(timeZone).format(now);

/** The same day so many months earlier, or the last of that month where it has no such day. */
function monthsBefore(day: string, months: number): string {
  const first = addMonths(day, -months);
  const last = addDays(addMonths(first, 1), -1);
  const same = `${first.slice(0, 8)}${day.slice(8)}`;
  return same < last ? same : last;
}

/** The first day of "in the last 3 months"; today is the last one. */
export function firstDayOf({ count, unit }: { count: number; unit: SpanUnit }, at: Moment): string {
  const today = todayAt(at);
  if (unit === "months") return monthsBefore(today, count);
  return addDays(today, unit === "weeks" ? -7 * count : -count);
}

/** The first instant of a day somewhere, which is not midnight where the clock jumps over it. */
export function startOfDay(day: string, timeZone: string): Date {
  const format = dayFormat(timeZone);
  const middle = Date.parse(`${day}T00:00:00Z`);
  let before = middle - FARTHEST_ZONE_MS;
  let since = middle + FARTHEST_ZONE_MS;
  while (since - before > 1) {
    const between = Math.floor((before + since) / 2);
    if (format.format(between) < day) before = between;
    else since = between;
  }
  return new Date(since);
}
