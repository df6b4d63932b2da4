import { addDays, addMonths, dayIn, daysBetween } from "./calendar";

/** Days of the person's calendar; `to` is the first that is not in it. */
export type Period = { id: string; name: string; from: string; to: string };

type World = { today: string; firstDay: string };

const monthName = new Intl.DateTimeFormat("en", {
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const dayName = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });
const at = (day: string) => new Date(`${day}T00:00:00Z`);

const isDay = (text: string | undefined): text is string =>
  /^\d{4}-\d{2}-\d{2}$/.test(text ?? "") && !Number.isNaN(at(text ?? "").getTime());

/** Latest spans: how many days, or months, back from tomorrow. */
const spans: Record<string, { name: string; from: (tomorrow: string) => string }> = {
  "4w": { name: "Last 4 weeks", from: (tomorrow) => addDays(tomorrow, -28) },
  "6m": { name: "Last 6 months", from: (tomorrow) => addDays(tomorrow, -182) },
  "12m": { name: "Last 12 months", from: (tomorrow) => addDays(tomorrow, -364) },
};
const USUAL = "12m";
const spanIds = Object.keys(spans);

/** What an address asks for: a span, "all", a year, a month, or "day..day"; the usual where it is no period. */
export function periodOf(id: string | undefined, { today, firstDay }: World): Period {
  const tomorrow = addDays(today, 1);
  if (id === "all") return { id, name: "All time", from: firstDay, to: tomorrow };
  if (/^(19|20)\d{2}$/.test(id ?? "")) {
    const year = Number(id);
    return { id: String(year), name: String(year), from: `${year}-01-01`, to: `${year + 1}-01-01` };
  }
  if (/^(19|20)\d{2}-(0[1-9]|1[0-2])$/.test(id ?? "")) {
    const from = `${id}-01`;
    return { id: id ?? "", name: monthName.format(at(from)), from, to: addMonths(from, 1) };
  }
  const [first, last] = id?.split("..") ?? [];
  if (isDay(first) && isDay(last) && first <= last) {
    const name =
      first === last ? dayName.format(at(first)) : dayName.formatRange(at(first), at(last));
    return { id: id ?? "", name, from: first, to: addDays(last, 1) };
  }
  const known = id !== undefined && Object.hasOwn(spans, id) ? id : USUAL;
  const span = spans[known];
  return {
    id: known,
    name: span?.name ?? "",
    from: span?.from(tomorrow) ?? firstDay,
    to: tomorrow,
  };
}

/** The periods a person picks from: the spans, the years there are, all. */
export function periodChoices({ today, firstDay }: World) {
  const years: { id: string; name: string }[] = [];
  for (let year = Number(today.slice(0, 4)); year >= Number(firstDay.slice(0, 4)); year -= 1) {
    years.push({ id: String(year), name: String(year) });
  }
  return [
    ...spanIds.map((id) => ({ id, name: spans[id]?.name ?? id })),
    { id: "all", name: "All time" },
    ...years,
  ];
}

export type Grain = "day" | "week" | "month";

/** How a period is best cut: a bar is some pixels wide at least. */
export function grainOf({ from, to }: Pick<Period, "from" | "to">): Grain {
  const days = daysBetween(from, to);
  return days <= 92 ? "day" : days <= 800 ? "week" : "month";
}

export const worldOf = (timeZone: string, now: Date, firstDay: string | null): World => {
  const today = dayIn(timeZone, now);
  return { today, firstDay: firstDay ?? today };
};
