import fc from "fast-check";
import { expect, test } from "vitest";
import { plainArtist, plainText } from "./plain-text";
import { readTitle } from "./title";

const reads = (song: string, performance: string[], cut = "unnamed") => ({
  song,
  performance,
  cut,
});

test.each([
  ["Night Drive", "Original Mix", reads("night drive", [])],
  ["Night Drive", null, reads("night drive", [])],
  ["Night Drive - Extended Mix", null, reads("night drive", [], "extended")],
  ["Night Drive", "Extended Version", reads("night drive", [], "extended")],
  ["Night Drive - Radio Edit", null, reads("night drive", [], "short")],
  ["Night Drive", "Edit", reads("night drive", [], "short")],
  ["Night Drive", "Mira Okafor Remix", reads("night drive", ["mira", "okafor", "remix"])],
  ["Night Drive - Mira Okafor Rmx", null, reads("night drive", ["mira", "okafor", "remix"])],
  [
    "Night Drive (Mira Okafor Remix)",
    "Extended Mix",
    reads("night drive", ["mira", "okafor", "remix"], "extended"),
  ],
  [
    "Night Drive - Mira Okafor Extended Remix",
    null,
    reads("night drive", ["mira", "okafor", "remix"], "extended"),
  ],
  ["Night Drive - Club Mix - Edit", null, reads("night drive", ["club"], "short")],
  ["Night Drive", "Jonas Edit", reads("night drive", ["edit", "jonas"])],
  ["Night Drive", "Dub Mix", reads("night drive", ["dub"])],
  ["Night Drive (feat. Ada Orla)", null, reads("night drive", [])],
  ["Night Drive ft. Ada Orla ", "feat. Ada Orla", reads("night drive", [])],
  ["Night Drive (with Ada) - Live", null, reads("night drive", ["live"])],
  ["Night Drive - 2015 Remaster", null, reads("night drive", [])],
  ["Satisfied (Not Really)", null, reads("satisfied not really", [])],
  ["Night & Day - Part Two", null, reads("night and day part two", [])],
  ["Extended", "Original Mix", reads("extended", [])],
])("reads %s with mix %s", (name, mixName, expected) => {
  expect(readTitle(name, mixName)).toMatchObject(expected);
});

test("tells a named mix from a silent title", () => {
  expect(readTitle("Night Drive", "Original Mix").stated).toBe(true);
  expect(readTitle("Night Drive - Original Mix").stated).toBe(true);
  expect(readTitle("Night Drive (feat. Ada)").stated).toBe(false);
});

const word = fc
  .stringMatching(/^[a-z]{3,9}$/)
  .filter((text) => !/mix|edit|dub|vip|with|feat/.test(text));
const song = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));

test("reads both shops' ways of writing one version alike", () => {
  const remixer = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(" "));
  fc.assert(
    fc.property(song, remixer, (title, name) => {
      const beatport = readTitle(title, `${name} Remix`);
      expect(readTitle(`${title} - ${name} REMIX`)).toEqual(beatport);
      expect(readTitle(`${title.toUpperCase()} (${name} Remix) `)).toEqual(beatport);
    }),
  );
});

test("a guest changes nothing", () => {
  fc.assert(
    fc.property(song, word, (title, guest) => {
      const { stated: _, ...plain } = readTitle(title);
      expect(readTitle(`${title} (feat. ${guest})`)).toMatchObject(plain);
      expect(readTitle(`${title} ft. ${guest}`)).toMatchObject(plain);
    }),
  );
});

test("plain text is stable, and blind to case, accents and blanks", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(plainText(plainText(text))).toBe(plainText(text));
      expect(plainText(`  ${text} `)).toBe(plainText(text));
    }),
  );
  expect(plainText("Bjørn Sjöström’s Straße")).toBe("bjorn sjostroms strasse");
  expect(plainText("!!!")).not.toBe(plainText("???"));
});

test("an artist's country tag is no part of the name", () => {
  expect(plainArtist("Fractal Unit (UK)")).toBe("fractal unit");
  expect(plainArtist("(UK)")).toBe("uk");
});
