import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  daysBetween,
  isDay,
  isoWeekOf,
  mondayOf,
  weekIndexOf,
  weekIndexOfIso,
} from "./calendar";

const weekIndex = fc.integer({ min: 0, max: 3_000 });

test.each([
  ["2014-12-29", 2015, 1],
  ["2021-01-03", 2020, 53],
  ["2024-12-30", 2025, 1],
  ["2026-11-15", 2026, 46],
])("%s lies in ISO week %i-W%i", (day, year, week) => {
  expect(isoWeekOf(weekIndexOf(day))).toEqual({ year, week });
});

test("an ISO week leads back to the week it was taken from", () => {
  fc.assert(
    fc.property(weekIndex, (index) => {
      const { year, week } = isoWeekOf(index);
      expect(weekIndexOfIso(year, week)).toBe(index);
    }),
  );
});

test("every day of a week belongs to it", () => {
  fc.assert(
    fc.property(weekIndex, fc.integer({ min: 0, max: 6 }), (index, weekday) => {
      const day = addDays(mondayOf(index), weekday);
      expect(weekIndexOf(day)).toBe(index);
      expect(daysBetween(mondayOf(index), day)).toBe(weekday);
    }),
  );
});

test("a day that is not in the calendar is no day", () => {
  expect(isDay("2026-02-29")).toBe(false);
  expect(isDay("2028-02-29")).toBe(true);
  expect(isDay("2026-13-01")).toBe(false);
});
