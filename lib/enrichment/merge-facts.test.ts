import { expect, test } from "vitest";
import type { CurationFacts, KnownRecording, LibraryFacts } from "./known-recording";
import { mergeFacts } from "./merge-facts";

const nothing: KnownRecording = {
  recordingKey: "isrc:DEABC2600001",
  catalog: null,
  library: [],
  playlists: null,
  curation: [],
  sources: null,
  tags: [],
  isPinned: false,
  enrichments: [],
  classifications: [],
};

const item = (known: Partial<LibraryFacts> = {}): LibraryFacts => ({
  recordingKey: nothing.recordingKey,
  provider: "spotify",
  externalId: "one",
  isLocal: false,
  title: "Night Drive",
  artists: ["Mira"],
  lengthMs: null,
  releasedOn: null,
  isrc: null,
  isExplicit: null,
  isSaved: true,
  savedAt: null,
  plays: 0,
  firstPlayedAt: null,
  lastPlayedAt: null,
  ...known,
});

const place = (
  stage: CurationFacts["stage"],
  week: string | null,
  at: string | null = null,
  category: string | null = null,
): CurationFacts => ({ recordingKey: nothing.recordingKey, stage, category, week, at });

const ofItems = (...library: LibraryFacts[]) => mergeFacts({ ...nothing, library });
const ofPlaces = (...curation: CurationFacts[]) => mergeFacts({ ...nothing, curation });

test("a track that was only ever described is nobody's", () => {
  expect(mergeFacts(nothing)).toBeNull();
  expect(ofItems(item({ isSaved: false }))).toBeNull();
  expect(ofItems(item({ isSaved: false, plays: 1 }))).not.toBeNull();
  expect(mergeFacts({ ...nothing, tags: ["mine"] })).not.toBeNull();
  expect(mergeFacts({ ...nothing, isPinned: true })).toBeNull();
  const described = { ...nothing, library: [item({ isSaved: false })] };
  expect(mergeFacts({ ...described, isPinned: true })).not.toBeNull();
});

test("the stage is where the newest week has it, and Golden for good", () => {
  const kept = place("silver", "2026-W44", "2026-11-01T10:00:00Z", "Warm-up");
  const trashed = place("trash", "2026-W46", "2026-11-14T10:00:00Z");
  expect(ofPlaces(kept, trashed)).toMatchObject({
    stage: "trash",
    week: "2026-W46",
    judgedAt: new Date("2026-11-14T10:00:00Z"),
    categories: ["Warm-up"],
  });
  const golden = place("golden", null, "2026-11-02T10:00:00Z", "Peak Time");
  expect(ofPlaces(trashed, golden, kept)).toMatchObject({
    stage: "golden",
    goldenSince: new Date("2026-11-02T10:00:00Z"),
    week: "2026-W46",
    categories: ["Peak Time", "Warm-up"],
  });
});

test("of two releases in one week the judged one tells the stage", () => {
  const judged = place("silver", "2026-W46", "2026-11-14T10:00:00Z", "Warm-up");
  expect(ofPlaces(place("bronze", "2026-W46"), judged)?.stage).toBe("silver");
  expect(ofPlaces(judged, place("bronze", "2026-W46"))?.stage).toBe("silver");
});

test("several tracks of a library are one recording: plays add up, the kept one speaks for it", () => {
  const single = item({ externalId: "single", isSaved: false, plays: 9, title: "Single" });
  const album = item({ externalId: "album", plays: 1, title: "Album" });
  for (const library of [
    [single, album],
    [album, single],
  ]) {
    expect(ofItems(...library)).toMatchObject({
      title: "Album",
      plays: 10,
      spotifyUri: "spotify:track:album",
    });
  }
});

test("what cannot be added to a playlist has no address there", () => {
  const local = item({ isLocal: true, externalId: "spotify:local:a:b:c:10" });
  expect(ofItems(local)?.spotifyUri).toBeNull();
  expect(ofItems(item({ provider: "apple" }))?.spotifyUri).toBeNull();
});

test.each([
  ["2026-02-13", "2026-02-13"],
  ["2026-02", "2026-02-01"],
  ["2019", "2019-01-01"],
  ["2026-02-31", null],
  ["0000", null],
  ["soon", null],
  [null, null],
])("a release date of %s is the day %s", (releasedOn, day) => {
  expect(ofItems(item({ releasedOn }))?.releasedOn).toBe(day);
});
