import { expect, test } from "vitest";
import { ago, clock, day, roughly, trackLength } from "./moment";

const now = new Date("2026-11-20T12:00:00Z");
const before = (ms: number) => ago(new Date(now.getTime() - ms), now);

test("says how long ago something was in the largest unit that fits", () => {
  expect(before(0)).toBe("just now");
  expect(before(-5_000)).toBe("just now");
  expect(before(2 * 60_000)).toBe("2 min ago");
  expect(before(5 * 3_600_000)).toBe("5 h ago");
  expect(before(30 * 3_600_000)).toBe("yesterday");
  expect(before(3 * 86_400_000)).toBe("3 days ago");
  expect(before(60 * 86_400_000)).toBe("21 Sept 2026");
});

test("shows the clock and the day of a time zone", () => {
  expect(clock(now, "UTC")).toBe("12:00");
  expect(clock(now, "Europe/Berlin")).toBe("13:00");
  expect(day(now, "UTC")).toBe("20 Nov 2026");
});

test("rounds a rest of work to what can be known", () => {
  expect(roughly(0.4)).toBe("less than a minute");
  expect(roughly(1)).toBe("about 1 minute");
  expect(roughly(27.3)).toBe("about 27 minutes");
  expect(roughly(135)).toBe("about 2 hours");
});

test("writes a length as minutes and seconds", () => {
  expect(trackLength(402_000)).toBe("6:42");
  expect(trackLength(59_700)).toBe("1:00");
});
