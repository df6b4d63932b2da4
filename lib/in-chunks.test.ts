import fc from "fast-check";
import { expect, test } from "vitest";
import { inChunks } from "./in-chunks";

test("a list in parts is whole, and only its last part is shorter", () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 20 }), (list, most) => {
      const parts = inChunks(list, most);
      expect(parts.flat()).toEqual(list);
      expect(parts.slice(0, -1).every(({ length }) => length === most)).toBe(true);
      expect(parts.every(({ length }) => length > 0 && length <= most)).toBe(true);
    }),
  );
});
