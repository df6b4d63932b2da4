import fc from "fast-check";
import { expect, test } from "vitest";
import { compileRule } from "./evaluate-rule";
import type { RuleOverride } from "./override";
import { everyTrack, type RuleDefinition } from "./rule-schema";
import { selectTracks } from "./select-tracks";
import { makeTrack } from "./testing/make-track";
import { randomMoment as at, randomOverrides, randomRule } from "./testing/random-rules";
import { randomTracks } from "./testing/random-tracks";
import { foldFacts } from "./track-facts";
import { compareTracks } from "./track-order";

const tracks = randomTracks(60, 7).map(foldFacts);
const keys = tracks.map(({ recordingKey }) => recordingKey);
const overridesOf = randomOverrides(keys);

const select = (rule: RuleDefinition, overrides: RuleOverride[] = []) =>
  selectTracks(tracks, rule, { overrides, at }).map(({ recordingKey }) => recordingKey);

test("pinned tracks are always in, excluded ones never, whatever the rule says", () => {
  fc.assert(
    fc.property(randomRule, overridesOf, (rule, overrides) => {
      const selected = new Set(select(rule, overrides));
      for (const { kind, recordingKey } of overrides) {
        expect(selected.has(recordingKey)).toBe(kind === "pin" && keys.includes(recordingKey));
      }
    }),
  );
});

test("everything else that is selected is asked for, once", () => {
  fc.assert(
    fc.property(randomRule, overridesOf, (rule, overrides) => {
      const selected = select(rule, overrides);
      const asked = tracks.filter(compileRule(rule, at)).map(({ recordingKey }) => recordingKey);
      const pins = overrides.map(({ recordingKey }) => recordingKey);
      expect([...asked, ...pins]).toEqual(expect.arrayContaining(selected));
      expect(new Set(selected).size).toBe(selected.length);
    }),
  );
});

test("a higher limit takes the same tracks and more; only pins go beyond a limit", () => {
  fc.assert(
    fc.property(randomRule, overridesOf, fc.integer({ min: 1, max: 30 }), (rule, all, limit) => {
      const overrides = all.map((one) => ({ ...one, position: null }));
      const fewer = select({ ...rule, limit }, overrides);
      const more = select({ ...rule, limit: limit + 5 }, overrides);
      expect(more.filter((key) => fewer.includes(key))).toEqual(fewer);
      expect(fewer.length).toBeLessThanOrEqual(Math.max(limit, overrides.length));
    }),
  );
});

test("the order of the library makes no difference to the order of the selection", () => {
  fc.assert(
    fc.property(randomRule, fc.shuffledSubarray(tracks, { minLength: 60 }), (rule, shuffled) => {
      expect(selectTracks(shuffled, rule, { overrides: [], at })).toEqual(
        selectTracks(tracks, rule, { overrides: [], at }),
      );
    }),
  );
});

test("sorting is an order: never both before and behind, and missing values last either way", () => {
  const order = fc.record({
    field: fc.constantFrom("bpm" as const, "title" as const, "key" as const, "savedAt" as const),
    direction: fc.constantFrom("asc" as const, "desc" as const),
  });
  fc.assert(
    fc.property(order, (by) => {
      const sorted = [...tracks].sort(compareTracks([by]));
      const missing = sorted.map((track) => {
        const value = by.field === "title" ? track.titleFolded : track[by.field];
        return value === null;
      });
      expect(missing).toEqual(missing.toSorted());
      const [first, second] = sorted;
      if (first && second) {
        expect(Math.sign(compareTracks([by])(first, second))).toBe(-1);
        expect(Math.sign(compareTracks([by])(second, first))).toBe(1);
      }
    }),
  );
});

test("one per artist is the first in the order; tracks of nobody known are all kept", () => {
  const library = [
    makeTrack({ recordingKey: "a", artists: ["Rødhåd"], bpm: 130 }),
    makeTrack({ recordingKey: "b", artists: ["RODHAD", "Vril"], bpm: 134 }),
    makeTrack({ recordingKey: "c", artists: ["Vril"], bpm: 120 }),
    makeTrack({ recordingKey: "d" }),
    makeTrack({ recordingKey: "e" }),
  ];
  const rule: RuleDefinition = {
    ...everyTrack,
    sort: [{ field: "bpm", direction: "desc" }],
    perArtist: 1,
  };
  const selected = (overrides: RuleOverride[]) =>
    selectTracks(library, rule, { overrides, at }).map(({ recordingKey }) => recordingKey);
  expect(selected([])).toEqual(["b", "c", "d", "e"]);
  expect(selected([{ recordingKey: "a", kind: "pin", position: null }])).toEqual([
    ...["a", "c", "d", "e"],
  ]);
});

test("pins stand where they are pinned, or as near behind as they can", () => {
  const library = ["a", "b", "c", "d"].map((recordingKey) => makeTrack({ recordingKey }));
  const pin = (recordingKey: string, position: number): RuleOverride => ({
    ...{ recordingKey, kind: "pin", position },
  });
  const placed = (...overrides: RuleOverride[]) =>
    selectTracks(library, everyTrack, { overrides, at })
      .map(({ recordingKey }) => recordingKey)
      .join("");
  expect(placed(pin("d", 0))).toBe("dabc");
  expect(placed(pin("a", 2))).toBe("bcad");
  expect(placed(pin("c", 1), pin("d", 1))).toBe("acdb");
  expect(placed(pin("a", 90), pin("b", 80))).toBe("cdba");
});
