import fc from "fast-check";
import { expect, test } from "vitest";
import { moveItem } from "./move-item";

const listAndPlaces = fc.uniqueArray(fc.integer(), { minLength: 1 }).chain((items) =>
  fc.record({
    items: fc.constant(items),
    from: fc.nat(items.length - 1),
    to: fc.integer({ min: -3, max: items.length + 3 }),
  }),
);

test("loses nothing, keeps the order of the others, and puts the entry where it was sent", () => {
  fc.assert(
    fc.property(listAndPlaces, ({ items, from, to }) => {
      const moved = moveItem(items, from, to);
      const entry = items[from];
      expect(moved.filter((item) => item !== entry)).toEqual(
        items.filter((item) => item !== entry),
      );
      expect(moved.indexOf(entry ?? Number.NaN)).toBe(Math.max(0, Math.min(to, items.length - 1)));
    }),
  );
});

test("moving there and back changes nothing", () => {
  fc.assert(
    fc.property(listAndPlaces, ({ items, from, to }) => {
      const there = Math.max(0, Math.min(to, items.length - 1));
      expect(moveItem(moveItem(items, from, there), there, from)).toEqual(items);
    }),
  );
});
