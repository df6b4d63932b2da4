import fc from "fast-check";
import { expect, test } from "vitest";
import { classifyTrack, type TrackFacts } from "./classify-track";
import { lanes } from "./lane";

const plain: TrackFacts = {
  publishDate: "2026-11-13",
  originalDate: "2026-11-13",
  encodedAt: new Date("2026-11-02T10:15:00Z"),
  preOrder: false,
  match: "found",
  release: { name: "Signal Loss", leadArtists: 1, tracks: 3 },
  seen: null,
  twin: null,
};
const classify = (facts: Partial<TrackFacts>) => classifyTrack({ ...plain, ...facts });

const isoDate = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2027-01-01"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const someFacts: fc.Arbitrary<TrackFacts> = fc.record({
  publishDate: isoDate,
  originalDate: fc.option(isoDate),
  encodedAt: fc.option(isoDate.map((date) => new Date(date))),
  preOrder: fc.boolean(),
  match: fc.constantFrom("pending", "found", "review", "not_found", "unavailable", "rejected"),
  release: fc.record({
    name: fc.string(),
    leadArtists: fc.integer({ min: 1, max: 20 }),
    tracks: fc.integer({ min: 1, max: 40 }),
  }),
  seen: fc.option(
    fc.record({
      kind: fc.constantFrom("golden", "kept", "trashed", "waiting"),
      week: fc.option(fc.constant({ year: 2026, week: 44 })),
      category: fc.option(fc.constant("Peak Time")),
      style: fc.option(fc.constant("Hard Techno")),
    }),
  ),
  twin: fc.option(fc.string()),
});

test("every track has a lane, and every lane but New says why", () =>
  fc.assert(
    fc.property(someFacts, (facts) => {
      const { lane, reason } = classifyTrack(facts);
      expect(lanes).toContain(lane);
      expect(reason === null).toBe(lane === "new");
    }),
  ));

test("only Spotify's own answer puts a track on the lane of what Spotify lacks", () =>
  fc.assert(
    fc.property(someFacts, (facts) => {
      const absent = ["not_found", "unavailable", "rejected"].includes(facts.match);
      expect(classifyTrack(facts).lane === "not_on_spotify").toBe(absent);
    }),
  ));

test("a recording met before is never New", () =>
  fc.assert(
    fc.property(
      someFacts.filter(({ seen, twin }) => seen !== null || twin !== null),
      (facts) => {
        expect(["seen_before", "not_on_spotify"]).toContain(classifyTrack(facts).lane);
      },
    ),
  ));

test("while the match is pending a track stands in its other lane", () => {
  expect(classify({ match: "pending" }).lane).toBe("new");
  expect(classify({ match: "pending", twin: "Night EP" }).lane).toBe("seen_before");
});

test.each([
  [{ kind: "golden", category: "Peak Time", style: null }, "in Gold: Peak Time, 2026-W44"],
  [{ kind: "kept", category: "Peak Time", style: null }, "kept in Peak Time, 2026-W44"],
  [
    { kind: "kept", category: "Tools", style: "Hard Techno" },
    "kept in Tools (Hard Techno), 2026-W44",
  ],
  [{ kind: "trashed", category: "Trash", style: null }, "trashed, 2026-W44"],
  [{ kind: "waiting", category: null, style: null }, "still Bronze, 2026-W44"],
] as const)("an earlier meeting is told with place and week: %o", (sighting, words) => {
  const seen = { ...sighting, week: { year: 2026, week: 44 } };
  expect(classify({ seen })).toEqual({ lane: "seen_before", reason: words });
});

test.each([
  ["the label's date 31 days back", { originalDate: "2026-10-13" }, "back_catalogue"],
  ["the label's date 30 days back", { originalDate: "2026-10-14" }, "new"],
  [
    "no label's date and a file from the summer",
    { originalDate: null, encodedAt: new Date("2026-07-01") },
    "back_catalogue",
  ],
  [
    "a file delivered early for a release the label calls new",
    { encodedAt: new Date("2026-09-01") },
    "new",
  ],
  ["a file added months after its date", { encodedAt: new Date("2027-03-01") }, "back_catalogue"],
])("age: %s", (_title, facts, lane) => {
  expect(classify(facts).lane).toBe(lane);
});

const several = { name: "Night Shift", leadArtists: 5, tracks: 5 };
test.each([
  ["four new artists on one EP", { release: several }, "new"],
  [
    "several artists, old recordings",
    { release: several, originalDate: "2020-01-01" },
    "compilation",
  ],
  [
    "several artists and the name",
    { release: { ...several, name: "Kern Sampler 4" } },
    "compilation",
  ],
  [
    "one artist's best of",
    { release: { ...plain.release, name: "Best Of Osk" }, originalDate: "2020-01-01" },
    "compilation",
  ],
  ["ten artists", { release: { name: "Ten Years", leadArtists: 10, tracks: 30 } }, "compilation"],
  ["a new single with such a name", { release: { ...plain.release, name: "Essential" } }, "new"],
])("compilation: %s", (_title, facts, lane) => {
  expect(classify(facts).lane).toBe(lane);
});

test("a pre-order that Spotify lacks says from when it may be there", () => {
  expect(classify({ match: "not_found", preOrder: true }).reason).toBe(
    "not on Spotify yet, out on 2026-11-13",
  );
});
