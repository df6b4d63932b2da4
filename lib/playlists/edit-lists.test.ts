import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCamelot } from "@/lib/catalog/camelot";
import { stepsBetween } from "@/lib/rules/key-distance";
import { mergeLists, splitByCount, withoutDuplicates } from "./edit-lists";
import { sortByKeyPath, type Tempo } from "./key-path";
import { type Row, urisOf } from "./row";
import { lettersOf, listOf } from "./testing/lettered-rows";

/** "a" and "A" are one recording on two releases. */
const recordingOf = (uri: string) => uri.toLowerCase();

test("of each recording the first row stays, and so does what cannot be put back", () => {
  const local: Row = { uri: "spotify:local:a:b:c:1", by: "hand" };
  const unnamed: Row = { uri: null, by: "hand" };
  const rows = [...listOf("aAb"), unnamed, unnamed, local, local, ...listOf("Bca")];
  expect(lettersOf(withoutDuplicates(rows, recordingOf))).toBe("ab??11c");
});

test("merged lists come one after the other, each recording once", () => {
  expect(lettersOf(mergeLists([listOf("abc"), listOf("CDb"), listOf("e")], recordingOf))).toBe(
    "abcDe",
  );
});

test("a split list is whole when its parts are put together, and no part is too long", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 9 }), (names, size) => {
      const rows = listOf(names);
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
  expect(lettersOf(sortByKeyPath(listOf("xedcba"), tempoOf))).toBe("abdecx");
});

test("a path loses nothing, and walking it again changes nothing", () => {
  const some = fc.array(fc.constantFrom(..."abcdexy"), { maxLength: 20 });
  fc.assert(
    fc.property(some, (names) => {
      const path = sortByKeyPath(listOf(names.join("")), tempoOf);
      expect(lettersOf(path).split("").toSorted()).toEqual(names.toSorted());
      expect(sortByKeyPath(path, tempoOf)).toEqual(path);
    }),
  );
});

const numbered = (tracks: readonly Tempo[]) => ({
  rows: tracks.map((_, index): Row => ({ uri: `spotify:track:${index}`, by: "hand" })),
  tempoOf: (uri: string) => tracks[Number(uri.split(":")[2])] ?? null,
});

/** The same path by looking at every row each time. */
function plainPath(tracks: readonly Tempo[]): number[] {
  const known = tracks.map(({ key, bpm }, at) => ({ at, key: parseCamelot(key), bpm: bpm ?? 0 }));
  const left = known.filter(({ key, bpm }) => key && bpm);
  const path: typeof left = [];
  while (left.length > 0) {
    const here = path.at(-1);
    const distances = left.map(({ key, bpm }) => {
      if (!here?.key || !key) return bpm;
      const rise = bpm - here.bpm;
      return stepsBetween(here.key, key) + Math.abs(rise) / (rise < 0 ? 1 : 2);
    });
    path.push(...left.splice(distances.indexOf(Math.min(...distances)), 1));
  }
  const unknown = known.filter(({ key, bpm }) => !key || !bpm);
  return [...path, ...unknown].map(({ at }) => at);
}

test("every step of a path goes to the nearest of all that are left, whatever keys and tempi", () => {
  const key = fc.constantFrom("1A", "2A", "12B", "8B", "8A", null);
  const whole = fc.integer({ min: 120, max: 126 });
  const bpm = fc.oneof(whole, fc.double({ min: 118, max: 128, noNaN: true }), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.record({ key, bpm }), { maxLength: 60 }), (tracks) => {
      const { rows, tempoOf } = numbered(tracks);
      const path = urisOf(sortByKeyPath(rows, tempoOf)).map((uri) => Number(uri?.split(":")[2]));
      expect(path).toEqual(plainPath(tracks));
    }),
  );
});

test("a path through as many rows as a playlist can hold keeps nobody waiting", () => {
  const { rows, tempoOf } = numbered(
    Array.from({ length: 10_000 }, (_, index) => ({
      key: `${1 + ((index * 7) % 12)}${index % 5 < 3 ? "A" : "B"}`,
      bpm: 110 + ((index * 37) % 400) / 10,
    })),
  );
  const timesMs = [1, 2, 3].map(() => {
    const begun = performance.now();
    expect(sortByKeyPath(rows, tempoOf)).toHaveLength(rows.length);
    return performance.now() - begun;
  });
  expect(Math.min(...timesMs)).toBeLessThan(1000);
});
