import fc from "fast-check";
import { expect, test } from "vitest";
import { camelotKeys, FARTHEST, keysWithin } from "./key-distance";

const key = fc.constantFrom(...camelotKeys);

test("compatible keys are the same, its neighbours, and the other letter of its number", () => {
  expect(keysWithin("8A", 1)).toEqual(["7A", "8A", "8B", "9A"]);
  expect(keysWithin("12B", 1)).toEqual(["1B", "11B", "12A", "12B"]);
});

test("two keys are as far apart either way, and more steps lose no key", () => {
  fc.assert(
    fc.property(key, key, fc.nat({ max: FARTHEST }), (one, other, steps) => {
      expect(keysWithin(one, steps).includes(other)).toBe(keysWithin(other, steps).includes(one));
      expect(keysWithin(one, steps + 1)).toEqual(expect.arrayContaining(keysWithin(one, steps)));
    }),
  );
  expect(keysWithin("3A", FARTHEST)).toEqual(camelotKeys);
  expect(keysWithin("3A", FARTHEST - 1)).toHaveLength(23);
});
