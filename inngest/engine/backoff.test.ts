import { expect, test } from "vitest";
import { backoffMs, retryAfterMs } from "./backoff";

test("waits longer after each attempt, and two hours at most before jitter", () => {
  const seconds = Array.from({ length: 12 }, (_, attempt) => backoffMs(attempt, 1, 0) / 1_000);
  expect(seconds).toEqual([15, 30, 60, 120, 300, 600, 1_200, 2_400, 3_600, 7_200, 7_200, 7_200]);
});

test("adds up to thirty seconds of jitter, and scales both", () => {
  expect(backoffMs(0, 1, 1)).toBe(45_000);
  expect(backoffMs(0, 0.01, 1)).toBe(450);
});

test.each([
  [null, null],
  ["", null],
  ["nonsense", null],
  ["0", 0],
  ["1.5", 1_500],
  ["-3", 0],
  ["2026-11-21T00:00:30Z", 30_000],
  ["Sat, 21 Nov 2026 00:00:30 GMT", 30_000],
  ["2026-11-20T00:00:00Z", 0],
  ["999999999", 86_400_000],
])("reads the retry-after header %j", (header, milliseconds) => {
  expect(retryAfterMs(header, Date.parse("2026-11-21T00:00:00Z"))).toBe(milliseconds);
});
