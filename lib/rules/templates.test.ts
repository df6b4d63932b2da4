import { expect, test } from "vitest";
import { readRule } from "./read-rule";
import { selectTracks } from "./select-tracks";
import { ruleTemplates } from "./templates";
import { makeTrack } from "./testing/make-track";
import type { RuleTrack } from "./track-facts";

const at = { now: new Date("2026-11-21T10:00:00Z"), timeZone: "Europe/Berlin" };
const long = new Date("2026-03-01T10:00:00Z");
const lately = new Date("2026-11-19T10:00:00Z");

const library = [
  makeTrack({ recordingKey: "new", label: "Ostgut Ton", releasedOn: "2026-11-13", artists: ["A"] }),
  makeTrack({ recordingKey: "new too", releasedOn: "2026-11-06", artists: ["A"] }),
  makeTrack({
    recordingKey: "trash",
    label: "Ostgut Ton",
    releasedOn: "2026-11-13",
    stage: "trash",
  }),
  makeTrack({ recordingKey: "peak", bpm: 130, key: "9A", stage: "silver" }),
  makeTrack({ recordingKey: "peak of the library", bpm: 131, key: "8A" }),
  makeTrack({ recordingKey: "peak trash", bpm: 130, key: "8A", stage: "trash" }),
  makeTrack({ recordingKey: "off key", bpm: 130, key: "10A", stage: "silver" }),
  makeTrack({ recordingKey: "unheard", stage: "golden" }),
  makeTrack({ recordingKey: "heard", stage: "golden", plays: 2, lastPlayedAt: lately }),
  makeTrack({
    recordingKey: "listed",
    isSaved: true,
    playlistCount: 1,
    lastPlayedAt: long,
    plays: 1,
  }),
  makeTrack({ recordingKey: "alone", isSaved: true, lastPlayedAt: lately, plays: 1 }),
];

test("each template is a right rule, with labels of one's own and without", () => {
  for (const { definition } of [...ruleTemplates([]), ...ruleTemplates(["Ostgut Ton"])]) {
    expect(readRule(definition)).toEqual({ ok: true, definition });
  }
});

test("without labels of one's own, the template of them says that it takes any", () => {
  const words = (labels: string[]) => ruleTemplates(labels)[0]?.words;
  expect(words([])).toContain("on any label");
  expect(words(["Ostgut Ton"])).toContain("on the labels you keep as of today");
});

/** Which templates take none of these tracks. */
const emptyFor = (tracks: RuleTrack[], labels: string[]) =>
  ruleTemplates(labels).filter(
    ({ definition }) => selectTracks(tracks, definition, { overrides: [], at }).length === 0,
  );

/** As libraries tell of them: without label, tempo and key. */
const liked = [
  makeTrack({ recordingKey: "liked lately", isSaved: true, releasedOn: "2026-11-13", plays: 9 }),
  makeTrack({ recordingKey: "liked long ago", isSaved: true, releasedOn: "2009-01-01" }),
  makeTrack({ recordingKey: "listed", isSaved: true, playlistCount: 2, lastPlayedAt: lately }),
  makeTrack({ recordingKey: "heard", plays: 3, lastPlayedAt: lately }),
];
/** Two weeks of a style, as they are sorted. */
const sorted = ["2026-11-06", "2026-11-13"].flatMap((releasedOn) => {
  const of = { releasedOn, label: "Tresor", bpm: 131, key: "9A" };
  return (["silver", "trash", "golden"] as const).map((stage) =>
    makeTrack({ ...of, recordingKey: `${releasedOn} ${stage}`, stage }),
  );
});

test("each template takes something of a person who likes, listens and sorts", () => {
  expect(emptyFor([...liked, ...sorted], ["Tresor"])).toEqual([]);
});

test("what takes nothing of a library alone says what it asks for", () => {
  expect(emptyFor(liked, []).map(({ id, words }) => [id, words])).toEqual([
    ["peak-time", expect.stringContaining("whose tempo and key are known")],
    ["golden-and-never-played", expect.stringContaining("none until you have Golden tracks")],
  ]);
});

test("each template takes what its name says", () => {
  const taken = ruleTemplates(["ostgut ton"]).map(({ id, definition }) => [
    id,
    selectTracks(library, definition, { overrides: [], at }).map(
      ({ recordingKey }) => recordingKey,
    ),
  ]);
  expect(Object.fromEntries(taken)).toEqual({
    "new-in-my-labels": ["new"],
    "peak-time": ["peak", "peak of the library"],
    "loved-but-not-played": ["listed", "unheard"],
    "golden-and-never-played": ["unheard"],
    "fresh-this-month": ["new"],
    "saved-but-in-no-playlist": ["alone"],
  });
});
