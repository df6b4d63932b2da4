import fc from "fast-check";
import { generateNKeysBetween } from "fractional-indexing";
import { expect, test } from "vitest";
import { type KnownPlace, planOccurrences, type SeenPlace } from "./plan-occurrences";

const seenOf = (keys: readonly string[]): SeenPlace[] => keys.map((key) => ({ key, facts: "" }));

const knownOf = (keys: readonly string[]): KnownPlace[] => {
  const positions = generateNKeysBetween(null, null, keys.length);
  return keys.map((key, index) => ({
    key,
    facts: "",
    occurrence: `known-${index}`,
    position: positions[index] ?? "",
  }));
};

/** The list that is known once the planned rows are appended. */
function apply(known: readonly KnownPlace[], seen: readonly SeenPlace[]): KnownPlace[] {
  const { rows, gone } = planOccurrences(known, seen);
  const state = new Map(known.map((place) => [place.occurrence, place]));
  for (const occurrence of gone) state.delete(occurrence);
  for (const row of rows) {
    const occurrence = row.occurrence ?? `new-${row.seen}`;
    const place = seen[row.seen];
    if (place) state.set(occurrence, { ...place, occurrence, position: row.position });
  }
  return [...state.values()].sort((a, b) => (a.position < b.position ? -1 : 1));
}

const keysOf = (places: readonly SeenPlace[]) => places.map(({ key }) => key);

/** Few letters, so that the same stands in a list many times. */
const list = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 40 });
const distinct = fc.uniqueArray(fc.integer({ min: 0, max: 60 }).map(String), { maxLength: 40 });

test("whatever was known, the outcome is the seen list in its order", () => {
  fc.assert(
    fc.property(fc.oneof(list, distinct), fc.oneof(list, distinct), (before, after) => {
      const seen = seenOf(after);
      expect(keysOf(apply(knownOf(before), seen))).toEqual(after);
    }),
  );
});

test("again and again: positions stay in order through any number of changes", () => {
  fc.assert(
    fc.property(fc.array(list, { maxLength: 12 }), (lists) => {
      let known: KnownPlace[] = [];
      for (const [turn, keys] of lists.entries()) {
        known = apply(known, seenOf(keys)).map((place, index) => ({
          ...place,
          occurrence: `${turn}-${index}`,
        }));
        expect(keysOf(known)).toEqual(keys);
      }
    }),
  );
});

test("an unchanged list appends nothing", () => {
  fc.assert(
    fc.property(fc.oneof(list, distinct), (keys) => {
      expect(planOccurrences(knownOf(keys), seenOf(keys))).toEqual({ rows: [], gone: [] });
    }),
  );
});

test("no more rows than edits, and what was not touched keeps occurrence and position", () => {
  const edits = fc.array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 5 });
  fc.assert(
    fc.property(distinct, edits, (before, changes) => {
      const after = [...before];
      for (const [index, [adds, at]] of changes.entries()) {
        const place = at % (after.length + 1);
        if (adds) after.splice(place, 0, `new ${index}`);
        else after.splice(place, 1);
      }
      const known = knownOf(before);
      const { rows, gone } = planOccurrences(known, seenOf(after));
      expect(rows.length + gone.length).toBeLessThanOrEqual(changes.length);

      const outcome = new Map(apply(known, seenOf(after)).map((place) => [place.key, place]));
      const untouched = known.filter(({ key }) => after.includes(key));
      for (const place of untouched) expect(outcome.get(place.key)).toEqual(place);
    }),
  );
});

test("one row for a track put at the top of ten thousand", () => {
  const keys = Array.from({ length: 10_000 }, (_, index) => `track ${index}`);
  const known = knownOf(keys);
  const { rows, gone } = planOccurrences(known, seenOf(["newest", ...keys]));
  expect(rows).toEqual([{ seen: 0, occurrence: null, position: expect.any(String) }]);
  expect((rows[0]?.position ?? "") < (known[0]?.position ?? "")).toBe(true);
  expect(gone).toEqual([]);
});

test("one row for a track that was moved, and it stays the same occurrence", () => {
  const { rows, gone } = planOccurrences(
    knownOf(["a", "b", "c", "d"]),
    seenOf(["d", "a", "b", "c"]),
  );
  expect(rows).toEqual([{ seen: 0, occurrence: "known-3", position: expect.any(String) }]);
  expect(gone).toEqual([]);
});

test("what is the same track with other facts is the same occurrence in the same place", () => {
  const known = knownOf(["a", "b"]);
  const seen = seenOf(["a", "b"]).map((place) => ({
    ...place,
    facts: place.key === "b" ? "x" : "",
  }));
  expect(planOccurrences(known, seen)).toEqual({
    rows: [{ seen: 1, occurrence: "known-1", position: known[1]?.position }],
    gone: [],
  });
});

test("one of many doubles that goes is one row", () => {
  const { rows, gone } = planOccurrences(
    knownOf(["a", "b", "a", "c", "a"]),
    seenOf(["a", "b", "c", "a"]),
  );
  expect(rows).toEqual([]);
  expect(gone).toHaveLength(1);
});
