import { expect, test } from "vitest";
import { freeName, LONGEST_NAME } from "./rule-set-name";

test("a name that is taken gets the first number that is free, however it is written", () => {
  expect(freeName("Peak time", [])).toBe("Peak time");
  expect(freeName("Peak time", ["peak TIME", "Peak time (3)"])).toBe("Peak time (2)");
});

test("a number never makes a name too long", () => {
  const longest = "x".repeat(LONGEST_NAME);
  expect(freeName(longest, [longest])).toBe(`${"x".repeat(LONGEST_NAME - 4)} (2)`);
});
