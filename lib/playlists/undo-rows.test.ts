import fc from "fast-check";
import { expect, test } from "vitest";
import { withoutDuplicates } from "./edit-lists";
import { mergeRows } from "./merge-rows";
import { type Row, urisOf } from "./row";
import { letteredTrack, lettersOf, listOf } from "./testing/lettered-rows";
import { randomNumbers, randomPair } from "./testing/random-pair";
import { undoRows } from "./undo-rows";

const undone = (base: string, target: string, actual: string) =>
  lettersOf(undoRows({ base: listOf(base), target: listOf(target), actual: listOf(actual) }));

test.each([
  ["in another place", "abac", "abc", "cab", "caba"],
  ["in front of the one that comes back", "pmq", "pq", "qp", "qpm"],
  ["behind a new one", "abab", "ab", "xba", "xbaba"],
])("a row that a person moved after duplicates went stays %s", (_, base, target, actual, back) => {
  expect(undone(base, target, actual)).toBe(back);
});

test("a sort is taken back around what a person moved since", () => {
  expect(undone("ebdca", "abcde", "abcde")).toBe("ebdca");
  expect(undone("ebdca", "abcde", "eabcd")).toBe("ebdca");
  expect(undone("ebdca", "abcde", "acdbe")).toBe("edbca");
});

test("what a person took out stays out, and what they put back comes once", () => {
  expect(undone("abcd", "ab", "a")).toBe("acd");
  expect(undone("abcd", "ab", "cab")).toBe("cabd");
});

const rowsOf = fc
  .array(fc.constantFrom<string | null>(..."abcdefgh", null), { maxLength: 20 })
  .map((names) => names.map((name): Row => ({ uri: name && letteredTrack(name), by: "hand" })));

test("an undo right after whatever change leads back to exactly the list before", () => {
  fc.assert(
    fc.property(rowsOf, rowsOf, (base, target) => {
      expect(urisOf(undoRows({ base, target, actual: target }))).toEqual(urisOf(base));
    }),
    { numRuns: 500 },
  );
});

const pool = Array.from({ length: 150 }, (_, index) => letteredTrack(`t${index}`));

test.each([
  [
    "an update by rules",
    ({ rows, ...pair }: ReturnType<typeof randomPair>) => {
      const removedByHand = new Set(pair.removedByHand);
      return mergeRows({
        actual: rows,
        desired: pair.desired,
        removedByHand,
        mayRemove: () => true,
      }).rows;
    },
  ],
  [
    "a removal of duplicates",
    ({ rows }: ReturnType<typeof randomPair>) => withoutDuplicates(rows, (uri) => uri.slice(0, -1)),
  ],
  [
    "a sort",
    ({ rows }: ReturnType<typeof randomPair>) =>
      rows.toSorted((one, other) => (one.uri ?? "").localeCompare(other.uri ?? "")),
  ],
])("so does the undo of %s", (_, change) => {
  for (let seed = 1; seed <= 100; seed += 1) {
    const pair = randomPair(seed, pool, { unnamed: seed % 3 });
    const target = change(pair);
    const back = undoRows({ base: pair.rows, target, actual: target });
    expect(urisOf(back), `seed ${seed}`).toEqual(urisOf(pair.rows));
  }
});

/** A change of a list without copies, and what a person did to it afterwards. */
const story = fc
  .record({ seed: fc.nat(), length: fc.nat(12), sorts: fc.boolean() })
  .map(({ seed, length, sorts }) => {
    const random = randomNumbers(seed);
    const base = [..."abcdefghijkl"].slice(0, length);
    const insert = (names: string[], name: string) =>
      names.toSpliced(random.below(names.length + 1), 0, name);
    const stays = base.filter(() => random.next() < 0.7);
    const target = [..."uvw"].reduce(insert, sorts ? random.shuffled(stays) : stays);
    const left = target.filter(() => random.next() < 0.8);
    const moving = left.filter(() => random.next() < 0.3);
    const rest = left.filter((name) => !moving.includes(name));
    const actual = [...moving, ..."XYZ"].reduce(insert, rest);
    const [before, after, now] = [base, target, actual].map((names) => names.join(""));
    return { base: before ?? "", target: after ?? "", actual: now ?? "", sorts };
  });

const only = (names: string, keep: (name: string) => boolean) => [...names].filter(keep).join("");

test("an undo loses nothing that a person did by hand, and nothing that the change took out", () => {
  fc.assert(
    fc.property(story, ({ base, target, actual, sorts }) => {
      const result = undone(base, target, actual);
      const isPlans = (name: string) => target.includes(name) && !base.includes(name);
      const isBack = (name: string) => base.includes(name) && !target.includes(name);
      const stays = only(actual, (name) => !isPlans(name));
      const expected = [...stays, ...only(base, isBack)].toSorted();
      expect([...result].toSorted()).toEqual(expected);
      if (!sorts) expect(only(result, (name) => !isBack(name))).toBe(stays);
    }),
    { numRuns: 500 },
  );
});

test("the undo of a sort brings the old order back but for the row that a person moved since", () => {
  const order = fc.nat().map((seed) => randomNumbers(seed).shuffled([..."abcdefgh"]));
  fc.assert(
    fc.property(order, order, fc.nat(7), fc.nat(7), (base, target, from, to) => {
      const moved = target[from] ?? "";
      const actual = target.toSpliced(from, 1).toSpliced(to, 0, moved);
      const result = undone(base.join(""), target.join(""), actual.join(""));
      const without = (names: string, name: string) => names.replace(name, "");
      // of two neighbours that changed places nobody knows which one was moved
      const candidates = [target[from - 1] ?? moved, moved, target[from + 1] ?? moved];
      const restored = candidates.some(
        (name) => without(result, name) === without(base.join(""), name),
      );
      expect(restored, `${base} ${target} ${actual} ${result}`).toBe(true);
    }),
  );
});
