import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { seal, unseal } from "./seal";

const key = randomBytes(32).toString("base64");
const otherKey = randomBytes(32).toString("base64");

test("opens to what was sealed, and never seals the same way twice", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string(), (plain, context) => {
      const sealed = seal(plain, context, key);
      expect(unseal(sealed, context, key)).toBe(Buffer.from(plain, "utf8").toString("utf8"));
      expect(seal(plain, context, key)).not.toBe(sealed);
    }),
    { numRuns: 20 },
  );
});

test("does not open for another account, with another key, or after a change", () => {
  const sealed = seal("a-token", "spotify:one", key);
  expect(() => unseal(sealed, "spotify:two", key)).toThrow();
  expect(() => unseal(sealed, "spotify:one", otherKey)).toThrow();
  const flipped = sealed.slice(0, -2) + (sealed.endsWith("AA") ? "BB" : "AA");
  expect(() => unseal(flipped, "spotify:one", key)).toThrow();
  expect(() => unseal("a-token", "spotify:one", key)).toThrow("not a sealed value");
});
