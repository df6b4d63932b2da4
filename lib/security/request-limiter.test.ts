import fc from "fast-check";
import { expect, test } from "vitest";
import { createRequestLimiter } from "./request-limiter";

test("lets a burst pass, then says how long to wait, then lets pass again", () => {
  const limit = createRequestLimiter({ burst: 3, windowMs: 30_000 });
  expect([limit("a", 0), limit("a", 0), limit("a", 0)]).toEqual([0, 0, 0]);
  expect(limit("a", 0)).toBe(10);
  expect(limit("b", 0)).toBe(0);
  expect(limit("a", 10_000)).toBe(0);
});

test("never lets more pass in a window than the burst and one refill", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { maxLength: 300 }), (gaps) => {
      const limit = createRequestLimiter({ burst: 10, windowMs: 10_000 });
      let now = 0;
      const passed: number[] = [];
      for (const gap of gaps) {
        now += gap;
        if (limit("key", now) === 0) passed.push(now);
      }
      for (const start of passed) {
        const inWindow = passed.filter((at) => at >= start && at < start + 10_000);
        expect(inWindow.length).toBeLessThanOrEqual(20);
      }
    }),
  );
});
