import fc from "fast-check";
import { expect, test } from "vitest";
import { categoriesOf } from "./musicbrainz-enricher";

const none = { genres: [], tags: [], artists: [] };
const voted = (...tags: [name: string, count: number][]) => ({
  ...none,
  tags: tags.map(([name, count]) => ({ name, count })),
});

test("words come by their votes, equal ones by the alphabet, however they are written", () => {
  const words = voted(["Techno", 2], ["peak  time", 5], ["acid", 2], ["techno ", 2]);
  expect(categoriesOf([words])).toEqual(["peak time", "acid", "techno"]);
});

test("recordings that share an ISRC count together", () => {
  expect(categoriesOf([voted(["house", 3], ["dub", 2]), voted(["dub", 2])])).toEqual([
    "dub",
    "house",
  ]);
});

test("a genre is not counted twice for being a tag as well", () => {
  const house = { name: "house", count: 3 };
  const recording = { ...none, genres: [house], tags: [house, { name: "deep", count: 4 }] };
  expect(categoriesOf([recording])).toEqual(["deep", "house"]);
});

test("artists' words stand in only where the recordings have none", () => {
  const artists = [voted(["minimal", 1])];
  expect(categoriesOf([{ ...none, artists }])).toEqual(["minimal"]);
  expect(categoriesOf([{ ...voted(["dub", 1]), artists }])).toEqual(["dub"]);
  expect(categoriesOf([{ ...voted(["dub", 0]), artists }])).toEqual(["minimal"]);
});

const anyVotes = fc.array(fc.record({ name: fc.string({ maxLength: 120 }), count: fc.integer() }));
const anyRecording = fc.record({
  genres: anyVotes,
  tags: anyVotes,
  artists: fc.array(fc.record({ genres: anyVotes, tags: anyVotes }), { maxLength: 2 }),
});

test("whatever is answered, the words are few, different and storable, in any order of recordings", () => {
  fc.assert(
    fc.property(fc.array(anyRecording, { maxLength: 4 }), (recordings) => {
      const words = categoriesOf(recordings);
      expect(new Set(words).size).toBe(words.length);
      expect(words.length).toBeLessThanOrEqual(20);
      expect(words.every((word) => word.length > 0 && word.length <= 100)).toBe(true);
      expect(categoriesOf(recordings.toReversed())).toEqual(words);
    }),
    { numRuns: 200 },
  );
});
