import type { TasteBy, TopBy } from "@/lib/history/kind";
import type { Grain } from "@/lib/history/period";

const count = new Intl.NumberFormat("en");
export const number = (value: number) => count.format(value);

export const playsWords = (plays: number) =>
  `${count.format(plays)} ${plays === 1 ? "play" : "plays"}`;

/** "12 min", "3 h 20 min", "1,204 h" */
export function timeWords(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 100 ? `${hours} h ${minutes % 60} min` : `${count.format(hours)} h`;
}

export const daysWords = (days: number) => `${count.format(days)} ${days === 1 ? "day" : "days"}`;

const format = (options: Intl.DateTimeFormatOptions) => {
  const formatter = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
  return (day: string) => formatter.format(new Date(`${day}T00:00:00Z`));
};
export const dayName = format({ day: "numeric", month: "short", year: "numeric" });
export const monthName = format({ month: "short", year: "numeric" });

/** What a bar stands for. */
export const barName: Record<Grain, (day: string) => string> = {
  day: format({ weekday: "short", day: "numeric", month: "short", year: "numeric" }),
  week: (day) => `Week of ${dayName(day)}`,
  month: monthName,
};

export const grainNames: Record<Grain, string> = { day: "day", week: "week", month: "month" };

export const topNames: Record<TopBy, string> = {
  track: "Tracks",
  artist: "Artists",
  album: "Albums",
  label: "Labels",
  genre: "Genres",
};
export const tasteNames: Record<TasteBy, string> = {
  artist: "Artists",
  genre: "Genres",
  label: "Labels",
};

export const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

export const hourName = (hour: number) => `${String(hour).padStart(2, "0")}:00`;
