import fc from "fast-check";
import { expect, test } from "vitest";
import { likeOf, wildcardMatcher } from "./wildcard";

/** By the definition, letter by letter. */
function fits([sign, ...signs]: string[], [letter, ...letters]: string[]): boolean {
  if (sign === undefined) return letter === undefined;
  if (sign === "*") {
    return (
      fits(signs, letter === undefined ? [] : [letter, ...letters]) ||
      (letter !== undefined && fits([sign, ...signs], letters))
    );
  }
  return letter !== undefined && (sign === "?" || sign === letter) && fits(signs, letters);
}

const text = fc.string({ unit: fc.constantFrom("a", "b", ".", "🎧", "\ufffd"), maxLength: 8 });
const pattern = fc.string({ unit: fc.constantFrom("a", "b", ".", "🎧", "*", "?"), maxLength: 8 });

test("a star is any run of letters, a question mark any one letter, all else itself", () => {
  fc.assert(
    fc.property(pattern, text, (wanted, found) => {
      expect(wildcardMatcher(wanted)(found)).toBe(fits([...wanted], [...found]));
    }),
    { numRuns: 3000 },
  );
});

test("every other sign stands for itself", () => {
  const signs = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
  for (const sign of signs.filter((one) => one !== "*" && one !== "?")) {
    for (const wanted of [`a${sign}b`, `*${sign}*`, `a${sign}*`, `*${sign}?`]) {
      expect(wildcardMatcher(wanted)(`a${sign}b`), wanted).toBe(true);
    }
    expect(wildcardMatcher(`a${sign}b`)("a\u00e9b"), sign).toBe(false);
  }
});

test("a pattern fits the whole text", () => {
  const matches = wildcardMatcher("acid*mix");
  expect(["acid mix", "acid rain mix", "acidmix"].filter(matches)).toHaveLength(3);
  expect(["an acid mix", "acid mix two"].filter(matches)).toEqual([]);
});

test("a matcher can be asked any number of times", () => {
  const matches = wildcardMatcher("*a*b*");
  expect([1, 2, 3].map(() => matches("a-b"))).toEqual([true, true, true]);
});

test("patterns that bring regular expressions down are answered", () => {
  const matches = wildcardMatcher(`${"a*".repeat(90)}b`);
  expect(matches("a".repeat(20_000))).toBe(false);
});

test("signs of LIKE are taken literally", () => {
  expect(likeOf("100%_\\*?")).toBe("100\\%\\_\\\\%_");
});
