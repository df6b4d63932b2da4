import fc from "fast-check";
import { expect, test } from "vitest";
import { weekProblem } from "./start-period";
import {
  addWeeks,
  datesOf,
  formatWeek,
  isWeek,
  newestReleaseWeek,
  parseWeek,
  weekOf,
} from "./week";

const day = fc.date({
  min: new Date("1990-01-01"),
  max: new Date("2100-01-01"),
  noInvalidDate: true,
});

test("a day lies between the Monday and the Sunday of its week", () =>
  fc.assert(
    fc.property(day, (date) => {
      const { from, to } = datesOf(weekOf(date));
      const iso = date.toISOString().slice(0, 10);
      expect(from <= iso && iso <= to).toBe(true);
    }),
  ));

test("weeks forth and back lead home, and the text of a week reads back", () =>
  fc.assert(
    fc.property(day, fc.integer({ min: -600, max: 600 }), (date, weeks) => {
      const week = weekOf(date);
      expect(addWeeks(addWeeks(week, weeks), -weeks)).toEqual(week);
      expect(parseWeek(formatWeek(week))).toEqual(week);
      expect(isWeek(week)).toBe(true);
    }),
  ));

test.each([
  ["2026-12-31", "2026-W53"],
  ["2027-01-03", "2026-W53"],
  ["2024-12-30", "2025-W01"],
  ["2026-11-20", "2026-W47"],
])("%s is in %s", (date, week) => {
  expect(formatWeek(weekOf(new Date(date)))).toBe(week);
});

test.each(["2025-W53", "2026-W00", "2026-W54", "2026-46", "2026-W4", "", "W46"])(
  "%s is no week",
  (text) => {
    expect(parseWeek(text)).toBeNull();
  },
);

test("the newest release week begins on Friday", () => {
  expect(formatWeek(newestReleaseWeek(new Date("2026-11-19T23:59:59Z")))).toBe("2026-W46");
  expect(formatWeek(newestReleaseWeek(new Date("2026-11-20T00:00:00Z")))).toBe("2026-W47");
});

test("the next week can be started for its pre-orders, the one after cannot", () => {
  const now = new Date("2026-12-30T12:00:00Z");
  expect(weekProblem({ year: 2027, week: 1 }, now)).toBeNull();
  expect(weekProblem({ year: 2027, week: 2 }, now)).toBe(
    "2027-W02 is too far ahead: its releases are not known yet.",
  );
  expect(weekProblem({ year: 2025, week: 53 }, now)).toBe("2025 has no week 53.");
});
