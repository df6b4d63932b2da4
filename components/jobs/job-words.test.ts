import { expect, test } from "vitest";
import { doneWords, leftWords, rateWords, tookWords, troubleWords } from "./job-words";

test("counts what is done, of how many once that is known", () => {
  expect(doneWords({ done: 0, total: null })).toBe("");
  expect(doneWords({ done: 1412, total: null })).toBe("1,412");
  expect(doneWords({ done: 0, total: 700 })).toBe("0 of 700");
});

test("tells trouble in plain words and is silent without any", () => {
  expect(troubleWords({ failed: 0, warnings: 0 })).toBe("");
  expect(troubleWords({ failed: 2, warnings: 1 })).toBe("2 failed, 1 warning");
});

test("a rate is by the minute, a slow one by the hour, and never nothing while it goes on", () => {
  expect([410.4, 0.5, 0.001, null].map(rateWords)).toEqual(["410/min", "30/h", "1/h", ""]);
});

test("a rest of work is told as exactly as it can be known", () => {
  expect([3, 42, 89, 540, null].map(leftWords)).toEqual([
    "a few seconds",
    "about 40 s",
    "about 90 s",
    "about 9 minutes",
    "",
  ]);
});

test("a time taken is never negative", () => {
  const took = (seconds: number) =>
    tookWords("2026-11-21T12:00:00Z", new Date(Date.UTC(2026, 10, 21, 12, 0, seconds)).toJSON());
  expect([-5, 12, 185, 7800].map(took)).toEqual(["0 s", "12 s", "3 min 5 s", "2 h 10 min"]);
});
