import fc from "fast-check";
import { expect, test } from "vitest";
import { readRetryAfter } from "./retry-after";

const now = new Date("2026-11-20T12:00:00Z");

test("reads seconds and dates", () => {
  expect(readRetryAfter("5", now)).toBe(5);
  expect(readRetryAfter(" 1.2 ", now)).toBe(2);
  expect(readRetryAfter("Fri, 20 Nov 2026 12:01:00 GMT", now)).toBe(60);
});

test("has no answer for a missing, zero, past or unreadable header", () => {
  for (const header of [null, "", "0", "-5", "soon", "Fri, 20 Nov 2026 11:00:00 GMT"]) {
    expect(readRetryAfter(header, now)).toBeNull();
  }
});

test("never asks for more than a day", () => {
  expect(readRetryAfter("999999999999", now)).toBe(86_400);
  expect(readRetryAfter("Fri, 20 Nov 2099 12:00:00 GMT", now)).toBe(86_400);
  fc.assert(
    fc.property(fc.string(), (header) => {
      const seconds = readRetryAfter(header, now);
      expect(seconds === null || (seconds >= 1 && seconds <= 86_400)).toBe(true);
    }),
  );
});
