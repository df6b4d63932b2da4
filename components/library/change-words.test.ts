import { expect, test } from "vitest";
import type { LibraryChange } from "@/lib/library/library-view";
import { changeWords, countWords, listWords } from "./change-words";

const change: LibraryChange = {
  id: 1,
  list: "saved_tracks",
  kind: "came",
  at: "2026-11-21T10:00:00Z",
  externalId: "x",
  itemKind: "track",
  name: "Xtal",
  artists: [],
  coverUrl: null,
  url: null,
  range: null,
  playlistId: null,
  playlistName: null,
  rank: null,
  rankBefore: null,
  nameBefore: null,
  total: null,
  totalBefore: null,
  moved: false,
};
const ranked = { ...change, list: "top_tracks", range: "short", rank: 2 } as const;
const placed = { ...change, list: "playlist_items", playlistName: "Dawn" } as const;
const playlist = { ...change, list: "playlists", kind: "changed", name: "Dawn" } as const;

test.each([
  [change, "Saved"],
  [{ ...change, kind: "went" } as const, "No longer saved"],
  [{ ...ranked, rankBefore: 7, kind: "changed" } as const, "Rank 7 → 2 (4 weeks)"],
  [ranked, "Came into the top (4 weeks) at 2"],
  [{ ...ranked, kind: "went" } as const, "Left the top (4 weeks), was 2"],
  [placed, "Added to Dawn"],
  [{ ...placed, kind: "changed", moved: true } as const, "Moved in Dawn"],
  [{ ...playlist, nameBefore: "Night" }, "Renamed, was Night"],
  [{ ...playlist, nameBefore: "Dawn", total: 42, totalBefore: 40 }, "40 → 42 tracks"],
  [{ ...playlist, nameBefore: "Dawn" }, "Edited"],
])("a change is told in words (%#)", (one, words) => {
  expect(changeWords(one, "spotify")).toBe(words);
});

test("at Apple Music nothing is saved or followed: it is in the library", () => {
  expect(changeWords(change, "apple")).toBe("Came into the library");
  expect(listWords("saved_tracks", "apple")).toBe("Library songs");
  const heavy = { ...ranked, list: "top_albums", range: "heavy_rotation" } as const;
  expect(changeWords(heavy, "apple")).toBe("Came into the top (heavy rotation) at 2");
});

test("what a sync brought is counted by what became of it", () => {
  const none = { came: 0, went: 0, changed: 0 };
  expect(countWords({ list: "saved_tracks", ...none, came: 12, went: 1 })).toBe("12 came, 1 went");
  expect(countWords({ list: "recently_played", ...none, came: 7 })).toBe("7 heard");
});
