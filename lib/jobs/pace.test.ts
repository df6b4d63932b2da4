import fc from "fast-check";
import { expect, test } from "vitest";
import { paceOf, type Sample } from "./pace";

const START = Date.UTC(2026, 10, 21, 12);
const second = (number: number) => START + number * 1000;
const evenly = (count: number, every: number, step: number): Sample[] =>
  Array.from({ length: count }, (_, index) => [second(index * every), index * step]);
const work = (samples: Sample[], total: number | null = 1000) => ({
  samples,
  done: samples.at(-1)?.[1] ?? 0,
  failed: 0,
  total,
});

test("a steady job is told exactly", () => {
  const pace = paceOf(work(evenly(10, 2, 100)), second(18));
  expect(pace?.perMinute).toBeCloseTo(3000);
  expect(pace?.secondsLeft).toBeCloseTo(2);
});

test("says nothing with too little to tell: few samples, a short while, no progress", () => {
  expect(paceOf(work([]), START)).toBeNull();
  expect(paceOf(work(evenly(2, 10, 5)), second(10))).toBeNull();
  expect(paceOf(work(evenly(3, 1, 5)), second(2))).toBeNull();
  expect(paceOf(work(evenly(9, 2, 0)), second(16))).toBeNull();
});

test("knows a rate, but no end, while the total is unknown", () => {
  const pace = paceOf(work(evenly(5, 2, 10), null), second(8));
  expect(pace).toEqual({ perMinute: expect.closeTo(300), secondsLeft: null });
});

test("what was lately counts more than what was before", () => {
  const slowThenFast: Sample[] = [
    ...evenly(5, 10, 10),
    ...evenly(5, 10, 100).map(([at, done]): Sample => [at + 50_000, done + 50]),
  ];
  const pace = paceOf(work(slowThenFast), second(90));
  expect(pace?.perMinute).toBeGreaterThan(400);
  expect(pace?.perMinute).toBeLessThan(600);
});

test("silence slows it down", () => {
  const samples = evenly(6, 2, 10);
  const fresh = paceOf(work(samples), second(10))?.perMinute ?? 0;
  const later = paceOf(work(samples), second(40))?.perMinute ?? 0;
  expect(later).toBeLessThan(fresh / 2);
});

const sample = fc.tuple(fc.integer({ min: 1, max: 60_000 }), fc.integer({ min: 0, max: 500 }));

test("is never negative, never faster than the fastest stretch, and has an end that fits", () => {
  fc.assert(
    fc.property(fc.array(sample, { maxLength: 24 }), fc.nat(120_000), (steps, silence) => {
      let at = START;
      let done = 0;
      const samples = steps.map(([pause, progress]): Sample => {
        at += pause;
        done += progress;
        return [at, done];
      });
      const pace = paceOf({ samples, done, failed: 0, total: done + 100 }, at + silence);
      if (!pace) return;
      const fastest = Math.max(...steps.map(([pause, progress]) => progress / pause)) * 60_000;
      expect(pace.perMinute).toBeGreaterThan(0);
      expect(pace.perMinute).toBeLessThanOrEqual(fastest * 1.000001);
      expect(pace.secondsLeft).toBeCloseTo((100 / pace.perMinute) * 60, 3);
    }),
  );
});

test("more done than expected leaves nothing to do, not less than nothing", () => {
  const pace = paceOf({ ...work(evenly(9, 2, 10), 40), done: 80 }, second(16));
  expect(pace?.secondsLeft).toBe(0);
});
