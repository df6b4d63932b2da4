import fc from "fast-check";
import { expect, test } from "vitest";
import { dayIn } from "@/lib/history/calendar";
import { firstDayOf, startOfDay, todayAt } from "./day-range";

const zones = ["UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kathmandu", "Pacific/Kiritimati"];
const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));

test("a day begins at the first instant that is in it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...zones), days, (timeZone, day) => {
      const start = startOfDay(day, timeZone);
      expect(dayIn(timeZone, start)).toBe(day);
      expect(dayIn(timeZone, new Date(start.getTime() - 1)) < day).toBe(true);
    }),
  );
});

test("a day whose midnight the clock skips begins at one", () => {
  expect(startOfDay("2018-11-04", "America/Sao_Paulo")).toEqual(new Date("2018-11-04T03:00:00Z"));
});

test("months go back to the same day, or to the last of a shorter month", () => {
  const at = { now: new Date("2026-05-31T10:00:00Z"), timeZone: "UTC" };
  expect(firstDayOf({ count: 1, unit: "months" }, at)).toBe("2026-04-30");
  expect(firstDayOf({ count: 3, unit: "months" }, at)).toBe("2026-02-28");
  expect(firstDayOf({ count: 12, unit: "months" }, at)).toBe("2025-05-31");
  expect(firstDayOf({ count: 2, unit: "weeks" }, at)).toBe("2026-05-17");
  expect(firstDayOf({ count: 1, unit: "days" }, at)).toBe("2026-05-30");
});

test("today is the person's", () => {
  const now = new Date("2026-11-20T23:30:00Z");
  expect(todayAt({ now, timeZone: "Europe/Berlin" })).toBe("2026-11-21");
  expect(todayAt({ now, timeZone: "America/New_York" })).toBe("2026-11-20");
});
