import fc from "fast-check";
import { expect, test } from "vitest";
import { seededUlids, ulid } from "./ulid";

const entropy = fc.uint8Array({ minLength: 10, maxLength: 10 });
const time = fc.integer({ min: 0, max: 2 ** 48 - 1 });

test("is 26 characters of Crockford's alphabet and sorts by time", () => {
  fc.assert(
    fc.property(time, time, entropy, entropy, (a, b, first, second) => {
      const [one, two] = [ulid(a, first), ulid(b, second)];
      expect(one).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
      if (a !== b) expect(one < two).toBe(a < b);
    }),
  );
});

test("encodes the known example", () => {
  expect(ulid(1_469_918_176_385, new Uint8Array(10)).slice(0, 10)).toBe("01ARYZ6S41");
});

test("derives the same distinct ids from the same seed, also where the last bytes overflow", () => {
  fc.assert(
    fc.property(time, fc.oneof(entropy, fc.constant(new Uint8Array(10).fill(255))), (at, bytes) => {
      const seed = `${at},${Buffer.from(bytes).toString("base64")}`;
      const ids = seededUlids(seed, 20);
      expect(ids).toEqual(seededUlids(seed, 20));
      expect(new Set(ids).size).toBe(20);
    }),
  );
});

test.each(["", "now,AAAA", "5,AAAA", "-1,AAAAAAAAAAAAAA==", "1e300,AAAAAAAAAAAAAA=="])(
  "derives nothing from the malformed seed %j",
  (seed) => {
    expect(seededUlids(seed, 1)).toBeNull();
  },
);
