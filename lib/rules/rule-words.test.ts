import { expect, test } from "vitest";
import { condition } from "./condition-schema";
import { conditionWords, foundWords } from "./rule-words";
import { makeTrack } from "./testing/make-track";

const said = (asked: object) => conditionWords(condition.parse(asked));

test("a row reads as a plain sentence", () => {
  const sentences: [object, string][] = [
    [{ field: "bpm", op: "between", value: [128, 134] }, "BPM is between 128 and 134"],
    [{ field: "lengthS", op: "gte", value: 300 }, "Length is at least 300 s"],
    [{ field: "plays", op: "notIn", value: [0, 1] }, "Plays is not 0 or 1"],
    [{ field: "key", op: "compatible", value: "8A" }, "Key is compatible with 8A"],
    [
      { field: "key", op: "within", value: { key: "8A", steps: 2 } },
      "Key is at most 2 steps from 8A",
    ],
    [{ field: "label", op: "in", value: ["Ostgut", "Tresor"] }, "Label is “Ostgut” or “Tresor”"],
    [{ field: "title", op: "matches", value: "acid*" }, "Title matches “acid*”"],
    [{ field: "title", op: "isEmpty" }, "Title is missing"],
    [{ field: "artists", op: "contains", value: "dj" }, "One of the artists contains “dj”"],
    [{ field: "remixers", op: "startsWith", value: "dj" }, "One of the remixers starts with “dj”"],
    [{ field: "savedAt", op: "notOn", value: "2026-11-13" }, "Saved: not on 13 Nov 2026"],
    [
      { field: "releasedOn", op: "onOrAfter", value: "2026-11-13" },
      "Released on or after 13 Nov 2026",
    ],
    [{ field: "tags", op: "allOf", value: ["a", "b"] }, "Tags include “a” and “b”"],
    [{ field: "playlists", op: "isEmpty" }, "Has no playlists"],
    [{ field: "stage", op: "is", value: "golden" }, "Stage is golden"],
    [{ field: "isSaved", op: "is", value: false }, "Is not saved"],
    [
      { field: "releasedOn", op: "inLast", value: { count: 1, unit: "months" } },
      "Released in the last month",
    ],
    [{ field: "savedAt", op: "on", value: "2026-11-13" }, "Saved on 13 Nov 2026"],
    [
      { field: "lastPlayedAt", op: "notInLast", value: { count: 3, unit: "months" } },
      "Last played: not in the last 3 months",
    ],
    [{ field: "goldenSince", op: "isEmpty" }, "Never became golden"],
  ];
  for (const [asked, words] of sentences) expect(said(asked)).toBe(words);
});

test("what was found is said as it is written, not as it is compared", () => {
  const track = makeTrack({ title: "Déjà Vu", lengthS: 342, isExplicit: true, key: "8A" });
  const found = (field: Parameters<typeof foundWords>[0]) => foundWords(field, track, "UTC");
  expect([found("title"), found("lengthS"), found("isExplicit"), found("key")]).toEqual([
    ...["Déjà Vu", "342 s", "yes", "8A"],
  ]);
  expect([found("label"), found("genres")]).toEqual(["missing", "none"]);
});
