import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays, dayIn, daysBetween, monthStart, splitPeriod, weekStart } from "./calendar";
import { groupDays, streaksOf } from "./listening";
import { grainOf, periodChoices, periodOf } from "./period";

const world = { today: "2026-11-21", firstDay: "2023-05-08" };

test.each([
  ["2024", "2024-01-01", "2025-01-01", "2024"],
  ["2024-12", "2024-12-01", "2025-01-01", "December 2024"],
  ["4w", "2026-10-25", "2026-11-22", "Last 4 weeks"],
  ["all", "2023-05-08", "2026-11-22", "All time"],
  ["2024-02-28..2024-03-01", "2024-02-28", "2024-03-02", "28 Feb – 1 Mar 2024"],
])("%s is from %s up to %s", (id, from, to, name) => {
  const found = periodOf(id, world);
  expect(found).toMatchObject({ id, from, to });
  expect(found.name.replace(/\s/g, " ")).toBe(name);
});

test.each([undefined, "", "0", "2024-13", "2024-02-30x", "2024-03-02..2024-03-01", "constructor"])(
  "%j is no period: the usual one",
  (id) => expect(periodOf(id, world)).toMatchObject({ id: "12m" }),
);

test("there is a choice for every year with plays", () => {
  const years = periodChoices(world).map(({ id }) => id);
  expect(years).toEqual(["4w", "6m", "12m", "all", "2026", "2025", "2024", "2023"]);
});

test("a day is the one it is where the person is", () => {
  const at = new Date("2026-03-29T23:30:00Z");
  expect(dayIn("UTC", at)).toBe("2026-03-29");
  expect(dayIn("Europe/Berlin", at)).toBe("2026-03-30");
});

const day = fc.integer({ min: 0, max: 4_000 }).map((number) => addDays("2018-01-01", number));
const period = fc
  .tuple(day, day)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

test("a period is split into years, months and days without a hole, and long ones into few of them", () => {
  fc.assert(
    fc.property(period, ({ from, to }) => {
      const { years, months, days } = splitPeriod({ from, to });
      const spans = [...years, ...months, ...days].toSorted((a, b) => a.from.localeCompare(b.from));
      expect([spans[0]?.from, spans.at(-1)?.to]).toEqual([from, to]);
      expect(spans.slice(1).map((span) => span.from)).toEqual(
        spans.slice(0, -1).map((span) => span.to),
      );
      for (const { from: start, to: end } of years) {
        expect([start.slice(4), end.slice(4)]).toEqual(["-01-01", "-01-01"]);
      }
      for (const { from: start, to: end } of months) {
        expect([monthStart(start), monthStart(end)]).toEqual([start, end]);
        expect(daysBetween(start, end)).toBeLessThan(years.length > 0 ? 336 : 700);
      }
      for (const { from: start, to: end } of days) {
        expect(daysBetween(start, end)).toBeLessThan(months.length + years.length > 0 ? 31 : 61);
      }
    }),
  );
});

const days = fc
  .uniqueArray(fc.tuple(day, fc.nat(50)), { selector: ([at]) => at, maxLength: 60 })
  .map((rows) => rows.map(([at, plays]) => ({ day: at, plays, ms: plays * 1_000 })));

test("grouping neither loses nor adds a play", () => {
  fc.assert(
    fc.property(period, days, fc.constantFrom("day", "week", "month"), (within, all, grain) => {
      const inside = all.filter(({ day: at }) => at >= within.from && at < within.to);
      const groups = groupDays(inside, within, grain);
      const sum = (rows: { plays: number }[]) => rows.reduce((total, row) => total + row.plays, 0);
      expect(sum(groups)).toBe(sum(inside));
      expect(groups.map((group) => group.day)).toEqual(groups.map((group) => group.day).toSorted());
    }),
  );
});

test("weeks begin on Monday", () => {
  expect(weekStart("2026-11-22")).toBe("2026-11-16");
  expect(weekStart("2026-11-16")).toBe("2026-11-16");
});

test("long periods are cut in fewer pieces", () => {
  expect(grainOf({ from: "2026-01-01", to: "2026-02-01" })).toBe("day");
  expect(grainOf({ from: "2026-01-01", to: "2027-01-01" })).toBe("week");
  expect(grainOf({ from: "2016-01-01", to: "2027-01-01" })).toBe("month");
});

test("a streak ends with a silent day, and goes on while today may still be one of it", () => {
  const rows = ["2026-11-10", "2026-11-11", "2026-11-12", "2026-11-19", "2026-11-20"];
  const streaks = streaksOf(
    rows.map((at) => ({ day: at })),
    "2026-11-21",
  );
  expect(streaks.longest).toEqual({ days: 3, from: "2026-11-10", to: "2026-11-12" });
  expect(streaks.current).toEqual({ days: 2, from: "2026-11-19", to: "2026-11-20" });
  expect(
    streaksOf(
      rows.map((at) => ({ day: at })),
      "2026-11-22",
    ).current,
  ).toBeNull();
  expect(streaksOf([], "2026-11-21")).toEqual({ longest: null, current: null });
});
