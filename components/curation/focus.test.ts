import fc from "fast-check";
import { expect, test } from "vitest";
import { focusAfter, focusAt, focusIn } from "./focus";

const rows = ["a", "b", "c", "d"].map((id) => ({ id }));

test("after a move the next row has the focus, at the end the one before", () => {
  expect(focusAfter(rows, new Set(["b"]), "b")).toEqual({ id: "c", index: 1 });
  expect(focusAfter(rows, new Set(["d"]), "d")).toEqual({ id: "c", index: 2 });
  expect(focusAfter(rows, new Set(["b", "c"]), "b")).toEqual({ id: "d", index: 1 });
});

test("a focused row that stays keeps the focus", () => {
  expect(focusAfter(rows, new Set(["a"]), "c")).toEqual({ id: "c", index: 1 });
});

test("nothing left, nothing focused", () => {
  expect(focusAfter([{ id: "a" }], new Set(["a"]), "a").id).toBeNull();
  expect(focusIn([], { id: "a", index: 3 })).toBeNull();
});

test("a row that vanished hands the focus to the one in its place", () => {
  expect(focusIn(rows, { id: "gone", index: 2 })?.id).toBe("c");
  expect(focusIn(rows, { id: "gone", index: 9 })?.id).toBe("d");
  expect(focusIn(rows, { id: null, index: 0 })?.id).toBe("a");
});

test("sorting a list from its top visits every row exactly once", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ minLength: 1 })), (ids) => {
      let left = ids.map((id) => ({ id }));
      let focus = focusAt(left, 0);
      const visited: string[] = [];
      while (focus.id !== null) {
        const leaving = focus.id;
        visited.push(leaving);
        focus = focusAfter(left, new Set([leaving]), leaving);
        left = left.filter(({ id }) => id !== leaving);
      }
      expect(visited).toEqual(ids);
    }),
  );
});
