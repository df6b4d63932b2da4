import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { cursor, cursorTo } from "./page";

const place = cursor(z.tuple([z.coerce.number().int(), z.uuid()]));

test("a cursor is read as it was written, and nothing else is read as one", () => {
  fc.assert(
    fc.property(fc.integer(), fc.uuid(), (number, id) => {
      expect(place.parse(cursorTo(number, id))).toEqual([number, id]);
    }),
  );
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(place.safeParse(text).success).toBe(false);
    }),
  );
});
