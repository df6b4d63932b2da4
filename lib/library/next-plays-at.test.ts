import fc from "fast-check";
import { expect, test } from "vitest";
import { nextPlaysAt } from "./next-plays-at";

const now = new Date("2026-11-21T12:00:00Z");
const minutesUntil = (idleMinutes: number | null) => {
  const newest = idleMinutes === null ? null : new Date(now.getTime() - idleMinutes * 60_000);
  return (nextPlaysAt({ now, newest }).getTime() - now.getTime()) / 60_000;
};

test("while somebody listens, often enough for the shortest plays there are", () => {
  expect(minutesUntil(0)).toBe(25);
  expect(minutesUntil(60)).toBe(25);
});

test("the longer it is quiet the later, and six hours at the latest", () => {
  expect(minutesUntil(4 * 60)).toBe(60);
  expect(minutesUntil(48 * 60)).toBe(360);
  expect(minutesUntil(null)).toBe(360);
  fc.assert(
    fc.property(fc.nat(10_000), fc.nat(10_000), (one, more) => {
      expect(minutesUntil(one + more)).toBeGreaterThanOrEqual(minutesUntil(one));
    }),
  );
});

test("a play that seems to be yet to come does not make it sooner than that", () => {
  expect(minutesUntil(-90)).toBe(25);
});
