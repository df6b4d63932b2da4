import { expect, test } from "vitest";
import { axisOf } from "./time-axis";
import type { TrackHistory } from "./track-history";

const now = new Date("2026-11-21T00:00:00Z");
const history: Omit<TrackHistory, "track"> = {
  saved: [{ from: "2026-11-11T00:00:00Z", fromIsExact: true, to: null }],
  playlists: [],
  ranks: [],
  plays: { total: 1, first: "2026-11-01T00:00:00Z", last: null, months: [], newest: [] },
};

test("a drawing begins with the first thing known and ends now", () => {
  const axis = axisOf(history, now);
  expect(Date.parse(axis.from)).toBe(Date.parse("2026-11-01T00:00:00Z"));
  expect(axis.at("2026-11-11T00:00:00Z")).toBe(0.5);
  expect(axis.at("2027-01-01T00:00:00Z")).toBe(1);
});

test("a track with no history is drawn over a day", () => {
  const axis = axisOf({ ...history, saved: [], plays: { ...history.plays, first: null } }, now);
  expect(Date.parse(axis.to) - Date.parse(axis.from)).toBe(86_400_000);
});
