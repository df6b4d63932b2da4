import fc from "fast-check";
import { expect, test } from "vitest";
import { insertRows, removeRows, reorderRows } from "./edit-rows";

const rows = fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 20 });

test("inserted rows stand together at their place and nothing else moves", () => {
  fc.assert(
    fc.property(rows, rows, fc.nat(20), (before, added, place) => {
      const at = Math.min(place, before.length);
      expect(insertRows(before, added, place)).toEqual([
        ...before.slice(0, at),
        ...added,
        ...before.slice(at),
      ]);
    }),
  );
});

test("without a place rows go to the end", () => {
  expect(insertRows(["a"], ["b", "c"])).toEqual(["a", "b", "c"]);
});

test("removing takes every occurrence and keeps the order of the rest", () => {
  const list = ["a", "b", "a", "c"].map((uri) => ({ uri }));
  expect(removeRows(list, new Set(["a"]))).toEqual([{ uri: "b" }, { uri: "c" }]);
});

test.each([
  [{ rangeStart: 0, insertBefore: 2, rangeLength: 1 }, "bacd"],
  [{ rangeStart: 0, insertBefore: 4, rangeLength: 1 }, "bcda"],
  [{ rangeStart: 3, insertBefore: 0, rangeLength: 1 }, "dabc"],
  [{ rangeStart: 1, insertBefore: 0, rangeLength: 2 }, "bcad"],
  [{ rangeStart: 0, insertBefore: 4, rangeLength: 2 }, "cdab"],
  [{ rangeStart: 1, insertBefore: 2, rangeLength: 2 }, "abcd"],
])("%o turns abcd into %s", (reorder, expected) => {
  expect(reorderRows([..."abcd"], reorder).join("")).toBe(expected);
});

test("reordering loses and doubles nothing", () => {
  fc.assert(
    fc.property(
      rows,
      fc.nat(20),
      fc.nat(20),
      fc.integer({ min: 1, max: 20 }),
      (list, a, b, length) => {
        const rangeStart = Math.min(a, list.length);
        const insertBefore = Math.min(b, list.length);
        const rangeLength = Math.min(length, list.length - rangeStart);
        const moved = reorderRows(list, { rangeStart, insertBefore, rangeLength });
        expect(moved.toSorted()).toEqual(list.toSorted());
      },
    ),
  );
});
