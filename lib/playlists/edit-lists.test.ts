import fc from "fast-check";
import { expect, test } from "vitest";
import { mergeLists, splitByCount, withoutDuplicates } from "./edit-lists";
import { sortByKeyPath } from "./key-path";
import { type Row, urisOf } from "./row";

const track = (name: string) => `spotify:track:${name}`;
const list = (names: string): Row[] => [...names].map((name) => ({ uri: track(name), by: "hand" }));
const words = (rows: readonly Row[]) =>
  urisOf(rows)
    .map((uri) => uri?.at(-1) ?? "?")
    .join("");
/** "a" and "A" are one recording on two releases. */
const recordingOf = (uri: string) => uri.toLowerCase();

test("of each recording the first row stays, and so does what cannot be put back", () => {
  const local: Row = { uri: "spotify:local:a:b:c:1", by: "hand" };
  const unnamed: Row = { uri: null, by: "hand" };
  const rows = [...list("aAb"), unnamed, unnamed, local, local, ...list("Bca")];
  expect(words(withoutDuplicates(rows, recordingOf))).toBe("ab??11c");
});

test("merged lists come one after the other, each recording once", () => {
  expect(words(mergeLists([list("abc"), list("CDb"), list("e")], recordingOf))).toBe("abcDe");
});

test("a split list is whole when its parts are put together, and no part is too long", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 9 }), (names, size) => {
      const rows = list(names);
      const parts = splitByCount(rows, size);
      expect(urisOf(parts.flat())).toEqual(urisOf(rows));
      expect(Math.max(0, ...parts.map(({ length }) => length))).toBeLessThanOrEqual(size);
    }),
  );
});

const tempi: Record<string, { key: string; bpm: number }> = {
  a: { key: "8A", bpm: 124 },
  b: { key: "8B", bpm: 125 },
  c: { key: "2A", bpm: 125 },
  d: { key: "9B", bpm: 126 },
  e: { key: "12A", bpm: 127 },
};
const tempoOf = (uri: string) => tempi[uri.at(-1) ?? ""] ?? null;

test("a path through keys begins with the slowest and goes to the nearest; unknown ones come last", () => {
  expect(words(sortByKeyPath(list("xedcba"), tempoOf))).toBe("abdecx");
});

test("a path loses nothing, and walking it again changes nothing", () => {
  const some = fc.array(fc.constantFrom(..."abcdexy"), { maxLength: 20 });
  fc.assert(
    fc.property(some, (names) => {
      const path = sortByKeyPath(list(names.join("")), tempoOf);
      expect(words(path).split("").toSorted()).toEqual(names.toSorted());
      expect(sortByKeyPath(path, tempoOf)).toEqual(path);
    }),
  );
});
