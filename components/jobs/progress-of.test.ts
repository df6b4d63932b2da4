import { expect, test } from "vitest";
import { shareOf, shareOfAll } from "./progress-of";

test("counts what failed as behind us, and never shows more than the whole", () => {
  expect(shareOf({ done: 30, failed: 10, total: 80 })).toBe(0.5);
  expect(shareOf({ done: 90, failed: 0, total: 80 })).toBe(1);
});

test("knows no share while the total is unknown", () => {
  expect(shareOf({ done: 3, failed: 0, total: null })).toBeNull();
  expect(shareOfAll([])).toBeNull();
});

test("weighs jobs by their size and leaves out those of unknown size", () => {
  const jobs = [
    { done: 10, failed: 0, total: 100 },
    { done: 190, failed: 0, total: 300 },
    { done: 7, failed: 0, total: null },
  ];
  expect(shareOfAll(jobs)).toBe(0.5);
});
