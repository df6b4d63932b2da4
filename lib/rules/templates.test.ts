import { expect, test } from "vitest";
import { readRule } from "./read-rule";
import { selectTracks } from "./select-tracks";
import { ruleTemplates } from "./templates";
import { makeTrack } from "./testing/make-track";

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
  expect(words(["Ostgut Ton"])).toContain("on the labels you keep");
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
