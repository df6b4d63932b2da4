import { expect, test } from "vitest";
import { makeTrack } from "./testing/make-board";
import { dateOf, dayOf, flagOf, lengthOf } from "./track-words";

test("dates and lengths read as on a record sleeve", () => {
  expect(dayOf("2026-11-13")).toBe("Fri 13");
  expect(dateOf("2026-11-13")).toBe("13 Nov 2026");
  expect(lengthOf(402_000)).toBe("6:42");
  expect(lengthOf(null)).toBe("");
});

test("a row carries one flag, the one that matters most", () => {
  const spotify = makeTrack("x").spotify;
  const flag = (change: Parameters<typeof makeTrack>[1]) => flagOf(makeTrack("x", change))?.text;
  expect(flag({})).toBeUndefined();
  expect(flag({ spotify: { ...spotify, status: "review" }, preOrder: true })).toBe("check match");
  expect(flag({ lane: "seen_before", laneReason: "kept in Peak Time, 2026-W44" })).toBe(
    "seen in W44",
  );
  expect(flag({ preOrder: true })).toBe("pre-order");
  expect(flag({ spotify: { ...spotify, status: "pending" } })).toBe("finding…");
  expect(flag({ spotify: { ...spotify, status: "not_found" } })).toBe("not on Spotify");
  expect(flag({ spotify: { ...spotify, summary: "by ISRC, same mix, shorter" } })).toBe("shorter");
});
