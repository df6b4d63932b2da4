import { expect, test } from "vitest";
import { readRange } from "./byte-range";

test.each([
  [undefined, null],
  ["bytes=0-", { start: 0, end: 999 }],
  ["bytes=100-199", { start: 100, end: 199 }],
  ["bytes=900-5000", { start: 900, end: 999 }],
  ["bytes=-100", { start: 900, end: 999 }],
  ["bytes=-5000", { start: 0, end: 999 }],
  ["bytes=1000-", "unsatisfiable"],
  ["bytes=200-100", "unsatisfiable"],
  ["bytes=-0", "unsatisfiable"],
  ["bytes=0-1,5-6", null],
  ["lines=1-2", null],
])("%s of 1000 bytes", (header, expected) => {
  expect(readRange(header, 1_000)).toEqual(expected);
});
