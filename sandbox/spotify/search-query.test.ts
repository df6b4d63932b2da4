import { expect, test } from "vitest";
import { parseSearch } from "./search-query";

const nothing = { plain: "", track: "", artist: "", album: "", isrc: null };

test.each([
  ["isrc:GBABC2600001", { isrc: "GBABC2600001" }],
  ['track:"No Ceiling" artist:"Ada Brandt"', { track: "No Ceiling", artist: "Ada Brandt" }],
  ["track:No Ceiling artist:Ada Brandt", { track: "No Ceiling", artist: "Ada Brandt" }],
  ["no ceiling ada brandt", { plain: "no ceiling ada brandt" }],
  ['remix track:"No Ceiling" ada', { plain: "remix   ada", track: "No Ceiling" }],
  ['track:"open quote', { track: "open quote" }],
  ["album:Best year:2026", { album: "Best" }],
])("%s", (q, expected) => {
  const { plain, ...fields } = parseSearch(q);
  const { plain: words, ...wanted } = { ...nothing, ...expected };
  expect(fields).toEqual(wanted);
  expect(plain.split(/\s+/)).toEqual(words.split(/\s+/));
});
