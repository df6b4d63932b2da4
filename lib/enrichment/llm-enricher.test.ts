import { expect, expectTypeOf, test } from "vitest";
import type { DescribedTrack } from "./enricher";
import { readGuesses } from "./llm-enricher";

const answer = (...tracks: unknown[]) => JSON.stringify({ tracks });

test("guesses find their tracks by number, in whatever order they come", () => {
  const content = answer(
    { number: 2, energy: "high", mood: null, categories: ["Peak Time", "peak time"] },
    { number: 1, energy: "low", mood: "deep" },
  );
  expect(readGuesses(content, 2)).toEqual([
    { categories: [], values: { energy: "low", mood: "deep" } },
    { categories: ["peak time"], values: { energy: "high" } },
  ]);
});

test("what is not asked for, not known to us or said twice is not used", () => {
  const content = answer(
    { number: 1, energy: "enormous" },
    { number: 2, mood: "deep" },
    { number: 2, mood: "dark" },
    { number: 9, mood: "dark" },
    "three",
  );
  expect(readGuesses(content, 3)).toEqual([null, null, null]);
});

test.each(["", "I am sorry.", "{}", "[]", '{"tracks": null}', '{"tracks": [{'])(
  "an answer that is no list of guesses says nothing: %s",
  (content) => expect(readGuesses(content, 2)).toEqual([null, null]),
);

test("a described track has places for Beatport, MusicBrainz and the person, and for nobody else", () => {
  expectTypeOf<keyof DescribedTrack>().toEqualTypeOf<"beatport" | "musicbrainz" | "person">();
  expectTypeOf<keyof DescribedTrack["musicbrainz"]>().toEqualTypeOf<"categories">();
  expectTypeOf<keyof DescribedTrack["person"]>().toEqualTypeOf<"tags">();
});
