const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** "14:20" */
export const clock = (date: Date, timeZone?: string) =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(date);

/** "14:20:05" */
export const clockWithSeconds = (date: Date, timeZone?: string) =>
  new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone }).format(date);

/** "13 Nov, 14:20" */
export const dayAndClock = (date: Date, timeZone?: string) =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
  }).format(date);

/** "13 Nov 2026" */
export const day = (date: Date, timeZone?: string) =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone,
  }).format(date);

/** "just now", "2 min ago", "5 h ago", "yesterday", then days up to a month, then the date. */
export function ago(date: Date, now: Date): string {
  const passed = now.getTime() - date.getTime();
  if (passed < MINUTE_MS) return "just now";
  if (passed < HOUR_MS) return `${Math.floor(passed / MINUTE_MS)} min ago`;
  if (passed < DAY_MS) return `${Math.floor(passed / HOUR_MS)} h ago`;
  if (passed < 2 * DAY_MS) return "yesterday";
  if (passed < 30 * DAY_MS) return `${Math.floor(passed / DAY_MS)} days ago`;
  return day(date, "UTC");
}

/** "about 9 minutes", "about 2 hours": for a rest of work nobody can know exactly. */
export function roughly(minutes: number): string {
  if (minutes < 1) return "less than a minute";
  const whole = Math.round(minutes);
  if (whole < 90) return `about ${whole} ${whole === 1 ? "minute" : "minutes"}`;
  const hours = Math.round(whole / 60);
  return `about ${hours} hours`;
}

/** "6:42" */
export function trackLength(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
