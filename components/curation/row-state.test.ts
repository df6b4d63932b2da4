import { expect, test } from "vitest";
import { focusAt } from "./focus";
import { atTop, clearSelection, extend, focusRow, step, targetsOf, toggle } from "./row-state";

const rows = ["a", "b", "c", "d", "e"].map((id) => ({ id }));
const at = (index: number) => focusRow(atTop, focusAt(rows, index));
const chosen = (state: typeof atTop) => targetsOf(state, rows).map(({ id }) => id);

test("steps stay inside the list", () => {
  expect(step(at(0), rows, -1).focus.id).toBe("a");
  expect(step(at(3), rows, 10).focus.id).toBe("e");
});

test("a decision takes the focused row until something is selected", () => {
  expect(chosen(at(2))).toEqual(["c"]);
  expect(chosen(toggle(toggle(at(2), "e"), "a"))).toEqual(["a", "e"]);
  expect(chosen(toggle(toggle(at(2), "e"), "e"))).toEqual(["c"]);
});

test("a range grows and shrinks around where it began", () => {
  const grown = extend(extend(at(2), rows, 1), rows, 1);
  expect(chosen(grown)).toEqual(["c", "d", "e"]);
  const shrunk = extend(grown, rows, -1);
  expect(chosen(shrunk)).toEqual(["c", "d"]);
  const turned = extend(extend(shrunk, rows, -1), rows, -1);
  expect(chosen(turned)).toEqual(["b", "c"]);
});

test("a new range keeps what was selected before it", () => {
  const state = extend(step(toggle(at(0), "a"), rows, 3), rows, 1);
  expect(chosen(state)).toEqual(["a", "d", "e"]);
  expect(chosen(clearSelection(state))).toEqual(["e"]);
});

test("rows that left the list are no target", () => {
  const state = toggle(at(0), "e");
  expect(targetsOf(state, rows.slice(0, 4)).map(({ id }) => id)).toEqual(["a"]);
});
