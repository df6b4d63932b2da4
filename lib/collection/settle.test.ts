import fc from "fast-check";
import { expect, test } from "vitest";
import { settle } from "./settle";

test("complete means that everything counted is stored, and only that", () => {
  const count = fc.nat(2_000);
  fc.assert(
    fc.property(count, count, count, count, (expected, received, stored, invalid) => {
      fc.pre(stored + invalid <= received);
      const { status, problem } = settle({ expected, received, stored, invalid });
      const whole = expected === received && received === stored;
      expect(status).toBe(whole ? "complete" : "partial");
      expect(problem === null).toBe(whole);
    }),
  );
});

test("says in words what is missing", () => {
  expect(settle({ expected: 702, received: 701, stored: 700, invalid: 1 }).problem).toBe(
    "Beatport's list kept changing while it was read: it counts 702, 701 arrived. " +
      "1 track could not be read and is kept aside.",
  );
});
