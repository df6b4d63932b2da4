import fc from "fast-check";
import { expect, test } from "vitest";
import { pathOfUnstorable } from "./storable";

test("a text with a NUL or half a character is found wherever it is", () => {
  expect(pathOfUnstorable("a\0b")).toEqual([]);
  expect(pathOfUnstorable({ name: "fine", rows: ["fine", { text: "\ud800" }] })).toEqual([
    "rows",
    "1",
    "text",
  ]);
  expect(pathOfUnstorable({ "a\0": 1 })).toEqual(["a\0"]);
});

test("everything else can be stored", () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: "grapheme" }), (value) => {
      fc.pre(!JSON.stringify(value).includes("\\u0000"));
      expect(pathOfUnstorable(value)).toBeNull();
    }),
  );
});
