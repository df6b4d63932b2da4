import fc from "fast-check";
import { expect, test } from "vitest";
import { dropRemovals } from "./drop-removals";
import { countUris, keyOf, type Row, urisOf } from "./row";

const rows = (letters: string): Row[] => [...letters].map((uri) => ({ uri, by: "rule" }));
const left = (target: string, actual: string, ...expected: string[]) =>
  urisOf(
    dropRemovals(
      rows(target),
      [...actual],
      expected.map((one) => [...one]),
    ).rows,
  ).join("");

test("what a person took out is not wanted any more, the last copy first", () => {
  expect(left("abcd", "ab", "abc")).toBe("abd");
  expect(left("abab", "ab", "aab")).toBe("abb");
});

test("of copies a rule's goes rather than a person's", () => {
  const target: Row[] = [...rows("ab"), { uri: "a", by: "hand" }];
  const { rows: kept } = dropRemovals(target, ["b", "a"], [["a", "b", "a"]]);
  expect(kept).toEqual([...rows("b"), { uri: "a", by: "hand" }]);
});

test("what an unanswered write may have taken out was not taken out by hand", () => {
  expect(left("aba", "b", "aab", "b")).toBe("aba");
});

test("what is still to come stays wanted", () => {
  expect(left("abc", "ab", "ab")).toBe("abc");
});

test("never does more go than is missing", () => {
  const list = fc.array(fc.constantFrom(..."abcdef"), { maxLength: 15 });
  fc.assert(
    fc.property(list, list, list, (target, actual, expected) => {
      const wanted = target.map((uri): Row => ({ uri, by: "rule" }));
      const { rows: kept, dropped } = dropRemovals(wanted, actual, [expected]);
      expect(kept.length + dropped.length).toBe(wanted.length);
      const held = countUris(actual);
      for (const [uri, count] of countUris(urisOf(dropped))) {
        const known = expected.filter((one) => keyOf(one) === uri).length;
        expect(count).toBeLessThanOrEqual(Math.max(0, known - (held.get(uri) ?? 0)));
      }
    }),
    { seed: 3 },
  );
});
