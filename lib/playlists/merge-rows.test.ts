import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeRows } from "./merge-rows";
import { type Row, type RowOwner, urisOf } from "./row";

const track = (name: string) => `spotify:track:${name}`;
const rule = (name: string): Row => ({ uri: track(name), by: "rule" });
const hand = (name: string): Row => ({ uri: track(name), by: "hand" });
const merge = (actual: Row[], desired: string, removed = "", mayRemove = () => true) => {
  const sides = { actual, desired: [...desired].map(track) };
  return mergeRows({ ...sides, removedByHand: new Set([...removed].map(track)), mayRemove });
};
const words = (rows: readonly Row[]) =>
  rows.map(({ uri, by }) => `${by[0]}${uri?.at(-1) ?? "?"}`).join(" ");

test("the rules' rows come in the rules' order, and a person's stay behind their neighbours", () => {
  const actual = [hand("x"), rule("a"), hand("y"), rule("b"), rule("c"), hand("z")];
  expect(words(merge(actual, "abcd").rows)).toBe("hx ra hy rb rc hz rd");
  expect(words(merge(actual, "dac").rows)).toBe("hx rd ra hy rc hz");
});

test("when the neighbour leaves, the one before it is the neighbour", () => {
  expect(words(merge([rule("a"), rule("b"), hand("x"), rule("c")], "ac").rows)).toBe("ra hx rc");
});

test("a copy that a person made stays beside the rule's, and is not made again by the rule", () => {
  expect(words(merge([rule("a"), hand("a")], "a").rows)).toBe("ra ha");
  expect(words(merge([rule("a"), hand("a")], "").rows)).toBe("ha");
  expect(words(merge([hand("a")], "ab").rows)).toBe("ha rb");
});

test("what a person removed is not put back, unless they put it back themselves", () => {
  const merged = merge([rule("a")], "ab", "b");
  expect(words(merged.rows)).toBe("ra");
  expect(merged).toMatchObject({ leftOut: [track("b")], removedByHand: [track("b")] });
  const putBack = merge([rule("a"), hand("b")], "ab", "b");
  expect(putBack).toMatchObject({ leftOut: [], removedByHand: [] });
});

test("what a person removed stays out when it leaves the rules for a while and comes back", () => {
  const without = merge([rule("a")], "a", "b");
  expect(without).toMatchObject({ leftOut: [], removedByHand: [track("b")] });
  const again = mergeRows({
    ...{ actual: without.rows, desired: [track("a"), track("b")] },
    ...{ removedByHand: new Set(without.removedByHand), mayRemove: () => true },
  });
  expect(words(again.rows)).toBe("ra");
  expect(again.leftOut).toEqual([track("b")]);
});

test("of more than a playlist can hold the latest are remembered, and what is wanted always", () => {
  const removed = Array.from({ length: 12_000 }, (_, index) => track(`old${index}`));
  const { removedByHand, leftOut } = mergeRows({
    ...{ actual: [], desired: [track("old0")] },
    ...{ removedByHand: new Set(removed), mayRemove: () => true },
  });
  expect(leftOut).toEqual([track("old0")]);
  expect(removedByHand).toEqual([...removed.slice(-10_000), track("old0")]);
});

test("a row that may not go yet stays where it is", () => {
  const merged = merge([rule("a"), rule("b"), rule("c")], "ac", "", () => false);
  expect(words(merged.rows)).toBe("ra rb rc");
  expect(merged.waiting).toBe(1);
});

test("what Spotify no longer names stays, whoever put it there", () => {
  expect(words(merge([rule("a"), { uri: null, by: "rule" }], "").rows)).toBe("r?");
});

const owner = fc.constantFrom<RowOwner>("rule", "curator", "hand");
const name = fc.constantFrom(..."abcdefgh");
const row = fc.record({ uri: fc.option(name.map(track), { freq: 9 }), by: owner });
const sides = fc.record({
  actual: fc.array(row, { maxLength: 20 }),
  desired: fc.uniqueArray(name.map(track)),
  removed: fc.uniqueArray(name.map(track)),
});

test("every row of a person is there in its order, and every wanted track once or as a person's", () => {
  fc.assert(
    fc.property(sides, ({ actual, desired, removed }) => {
      const removedByHand = new Set(removed);
      const merged = mergeRows({ actual, desired, removedByHand, mayRemove: () => true });
      const persons = (rows: readonly Row[]) => urisOf(rows.filter(({ by }) => by !== "rule"));
      expect(persons(merged.rows).toSorted()).toEqual(persons(actual).toSorted());
      const rules = merged.rows.flatMap(({ by, uri }) => (by === "rule" && uri ? [uri] : []));
      expect(new Set(rules).size).toBe(rules.length);
      expect(rules).toEqual(desired.filter((uri) => rules.includes(uri)));
      const held = new Set(urisOf(merged.rows));
      const absent = desired.filter((uri) => !held.has(uri));
      expect(absent).toEqual(merged.leftOut);
      const gone = removed.filter((uri) => !held.has(uri));
      expect(merged.removedByHand.toSorted()).toEqual(gone.toSorted());
    }),
    { numRuns: 1000 },
  );
});

test("merging what was merged changes nothing", () => {
  fc.assert(
    fc.property(sides, ({ actual, desired, removed }) => {
      const removedByHand = new Set(removed);
      const once = mergeRows({ actual, desired, removedByHand, mayRemove: () => true });
      const again = mergeRows({ actual: once.rows, desired, removedByHand, mayRemove: () => true });
      expect(again.rows).toEqual(once.rows);
    }),
  );
});
