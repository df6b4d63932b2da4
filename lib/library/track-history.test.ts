import { expect, test } from "vitest";
import { type TrackHistory, timelineOf } from "./track-history";

const day = (number: number) => new Date(Date.UTC(2026, 0, number)).toISOString();
const history: TrackHistory = {
  track: {
    externalId: "aphex",
    kind: "track",
    name: "Xtal",
    artists: ["Aphex Twin"],
    albumName: null,
    coverUrl: null,
    durationMs: null,
    isrc: null,
    releasedOn: null,
    url: null,
  },
  saved: [{ from: day(2), fromIsExact: true, to: day(9) }],
  playlists: [
    { playlistId: "p", name: "Dawn", stays: [{ from: day(4), fromIsExact: false, to: null }] },
  ],
  ranks: [
    {
      range: "short",
      points: [
        { at: day(3), rank: 7 },
        { at: day(5), rank: 7 },
        { at: day(6), rank: 2 },
        { at: day(8), rank: null },
      ],
    },
  ],
  plays: { total: 3, first: day(1), last: day(10), months: [], newest: [] },
};

test("a track's history is one line of events, the newest first", () => {
  expect(timelineOf(history).map(({ kind, at }) => [kind, new Date(at).getUTCDate()])).toEqual([
    ["last-play", 10],
    ["unsaved", 9],
    ["unranked", 8],
    ["ranked", 6],
    ["added", 4],
    ["ranked", 3],
    ["saved", 2],
    ["first-play", 1],
  ]);
});

test("a rank that stays as it is is no event, a new one says what it was", () => {
  const ranked = timelineOf(history).filter(({ kind }) => kind === "ranked");
  expect(ranked).toMatchObject([
    { rank: 2, before: 7 },
    { rank: 7, before: null },
  ]);
});
