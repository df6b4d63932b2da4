import fc from "fast-check";
import { expect, test } from "vitest";
import { compileRule } from "./evaluate-rule";
import { type Explained, explainRule } from "./explain-rule";
import type { RuleGroup } from "./rule-schema";
import { makeTrack } from "./testing/make-track";
import { randomMoment as at, randomOverrides, randomRule } from "./testing/random-rules";
import { randomTracks } from "./testing/random-tracks";
import { foldFacts } from "./track-facts";

const tracks = randomTracks(40, 11).map(foldFacts);
const keys = tracks.map(({ recordingKey }) => recordingKey);

const rowsOf = (explained: Explained): Explained[] =>
  explained.kind === "condition" ? [explained] : [explained, ...explained.parts.flatMap(rowsOf)];

test("an explanation says of every rule and track what evaluation says", () => {
  const track = fc.constantFrom(...tracks);
  fc.assert(
    fc.property(randomRule, track, randomOverrides(keys), (rule, one, overrides) => {
      const explanation = explainRule(rule, one, { overrides, at });
      const asked = compileRule(rule, at)(one);
      const override = overrides.find(({ recordingKey }) => recordingKey === one.recordingKey);
      expect(explanation.held).toBe(override ? override.kind === "pin" : asked);
      expect(explanation.override).toBe(override?.kind ?? null);
      for (const { words } of rowsOf(explanation.where)) {
        expect(words).toMatch(/^[A-Z]/);
        expect(words).not.toMatch(/undefined|null|NaN|\[object/);
      }
    }),
    { numRuns: 300 },
  );
});

test("each row tells where it is, whether it held, and what was found", () => {
  const where: RuleGroup = {
    all: [
      { field: "bpm", op: "between", value: [128, 134] },
      {
        none: [
          { field: "artists", op: "anyOf", value: ["Vril"] },
          { field: "lastPlayedAt", op: "inLast", value: { count: 3, unit: "months" } },
        ],
      },
    ],
  };
  const track = makeTrack({
    bpm: 140,
    artists: ["Rødhåd", "Vril"],
    lastPlayedAt: new Date("2026-01-31T23:30:00Z"),
  });
  const { held, where: explained } = explainRule(
    { where, sources: ["liked"] },
    { ...track, sources: ["liked"] },
    { overrides: [], at },
  );
  expect(held).toBe(false);
  expect(
    rowsOf(explained).map(({ parts: _, ...row }: Explained & { parts?: unknown }) => row),
  ).toEqual([
    { kind: "group", path: "where", held: false, words: "All of these hold" },
    {
      kind: "condition",
      path: "where.all[0]",
      held: false,
      words: "BPM is between 128 and 134",
      field: "bpm",
      found: "140",
    },
    { kind: "group", path: "where.all[1]", held: false, words: "None of these holds" },
    {
      kind: "condition",
      path: "where.all[1].none[0]",
      held: true,
      words: "Artists include “Vril”",
      field: "artists",
      found: "Rødhåd and Vril",
    },
    {
      kind: "condition",
      path: "where.all[1].none[1]",
      held: false,
      words: "Last played in the last 3 months",
      field: "lastPlayedAt",
      found: "1 Feb 2026",
    },
  ]);
});

test("sources are part of an explanation when a rule set draws from some", () => {
  const rule = { where: { all: [] }, sources: ["liked"] };
  expect(explainRule(rule, makeTrack(), { overrides: [], at })).toMatchObject({
    held: false,
    sources: { held: false, found: "none" },
    where: { held: true },
  });
});
