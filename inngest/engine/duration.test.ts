import fc from "fast-check";
import { expect, test } from "vitest";
import { delayMs, durationMs } from "./duration";

test.each([
  ["", 0],
  ["1s", 1_000],
  ["1h30m", 5_400_000],
  ["1w2d", 777_600_000],
  ["2.5s", 2_500],
  ["250ms", 250],
])("reads the duration %j", (text, milliseconds) => {
  expect(durationMs(text)).toBe(milliseconds);
});

test.each(["soon", "1", "1 s", "-1s", "1s!", "2026-11-21"])("reads no duration in %j", (text) => {
  expect(durationMs(text)).toBeNull();
});

test("adds up the parts of a duration", () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(23), fc.nat(59), fc.nat(59), (d, h, m, s) => {
      expect(durationMs(`${d}d${h}h${m}m${s}s`)).toBe((((d * 24 + h) * 60 + m) * 60 + s) * 1_000);
    }),
  );
});

test("measures the time until a date, and none for a date that is past", () => {
  const now = Date.parse("2026-11-21T00:00:00Z");
  expect(delayMs("2026-11-21T00:01:00Z", now)).toBe(60_000);
  expect(delayMs("2026-11-20T00:01:00Z", now)).toBe(0);
  expect(delayMs("whenever", now)).toBeNull();
});
