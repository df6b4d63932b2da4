import fc from "fast-check";
import { expect, test } from "vitest";
import { restartDelay } from "./restarts.mjs";

test("pauses double with each stop of the last minute, and the fifth ends it", () => {
  const stops: number[] = [];
  const delays = [0, 1, 2, 3, 4].map((second) => {
    stops.push(second * 1_000);
    return restartDelay(stops, second * 1_000);
  });
  expect(delays).toEqual([500, 1_000, 2_000, 4_000, null]);
});

test("a program that stops once in a while is always started again, at once", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 60_000, max: 600_000 })), (pauses) => {
      let now = 0;
      const stops: number[] = [];
      for (const pause of pauses) {
        now += pause;
        stops.push(now);
        if (restartDelay(stops, now) !== 500) return false;
      }
      return true;
    }),
  );
});
