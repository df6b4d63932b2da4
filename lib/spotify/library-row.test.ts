import { expect, test } from "vitest";
import { bareRow, placeRow, playlistRow, playRow, savedRow } from "./library-row";

const track = {
  type: "track",
  id: "t1",
  uri: "spotify:track:t1",
  name: "Acid Rain",
  artists: [
    { id: "a1", name: "Mira" },
    { id: null, name: "Jonas" },
  ],
  album: {
    id: "al1",
    name: "Rain EP",
    release_date: "2026-11",
    images: [
      { url: "https://i/640", width: 640 },
      { url: "https://i/300", width: 300 },
      { url: "https://i/64", width: 64 },
    ],
  },
  duration_ms: 360_000,
  explicit: false,
  external_ids: { isrc: "gb-smu-32-97525" },
  external_urls: { spotify: "https://open.spotify.com/track/t1" },
  popularity: 0,
};

test("a saved track keeps its facts, and the whole object as it came", () => {
  const { item, facts } = savedRow("track")({ added_at: "2026-11-21T10:00:00Z", track });
  expect(item).toEqual({
    kind: "track",
    externalId: "t1",
    name: "Acid Rain",
    artists: [
      { id: "a1", name: "Mira" },
      { id: null, name: "Jonas" },
    ],
    albumId: "al1",
    albumName: "Rain EP",
    coverUrl: "https://i/300",
    durationMs: 360_000,
    isrc: "GBSMU3297525",
    explicit: false,
    releasedOn: "2026-11",
    genres: [],
    url: "https://open.spotify.com/track/t1",
    raw: track,
  });
  expect(facts).toEqual({ addedAt: "2026-11-21T10:00:00Z" });
});

test("what Development Mode leaves out is unknown, not missing", () => {
  const bare = { id: "t2", name: "Bare" };
  expect(bareRow("track")(bare).item).toMatchObject({ name: "Bare", isrc: null, artists: [] });
  expect(bareRow("artist")(bare).item).toMatchObject({
    kind: "artist",
    genres: [],
    coverUrl: null,
  });
});

test.each([
  ["a track", { item: track }, "track"],
  ["under the older name", { track }, "track"],
  [
    "an episode",
    { item: { type: "episode", id: "e1", name: "Talk", uri: "spotify:episode:e1" } },
    "episode",
  ],
  [
    "a file of the user's own",
    { is_local: true, item: { id: null, name: "Mine", uri: "spotify:local:a:b:c:9" } },
    "local",
  ],
  ["a row of another shape", { item: { type: "track", id: 7 } }, "unreadable"],
  ["no object at all", "row", "unreadable"],
])("in a playlist may stand %s", (_, row, kind) => {
  expect(placeRow(row).item?.kind).toBe(kind);
});

test("a place whose track is no longer named stays a place", () => {
  const addedAt = "2026-11-21T10:00:00Z";
  const row = { item: null, added_at: addedAt, added_by: { id: "mira" } };
  expect(placeRow(row)).toEqual({ item: null, facts: { addedAt, addedBy: "mira" } });
  expect(placeRow(null)).toEqual({ item: null, facts: {} });
  expect(placeRow({ item: track, added_at: null, added_by: null }).facts).toEqual({
    addedAt: null,
    addedBy: null,
  });
});

test("a row that cannot be read is kept as it came, and is itself each time", () => {
  const row = { track: { id: "", name: 5 } };
  const once = savedRow("track")(row).item;
  expect(once).toMatchObject({ kind: "unreadable", raw: row.track });
  expect(savedRow("track")(row).item).toEqual(once);
  expect(savedRow("track")({ track: { id: "", name: 6 } }).item?.externalId).not.toBe(
    once?.externalId,
  );
});

test("a play without its moment or its track cannot be read, and is kept", () => {
  const playedAt = "2026-11-21T10:00:00.123Z";
  expect(
    playRow({ played_at: playedAt, track, context: { uri: "spotify:playlist:p" } }),
  ).toMatchObject({
    item: { externalId: "t1" },
    facts: { playedAt, contextUri: "spotify:playlist:p" },
  });
  expect(playRow({ track }).item?.kind).toBe("unreadable");
  expect(playRow({ played_at: playedAt, track: null }).item?.kind).toBe("unreadable");
});

test.each([
  [{ owner: { id: "mira" } }, { isOwned: true, itemsReadable: true }],
  [
    { owner: { id: "jonas" }, collaborative: true },
    { isOwned: false, itemsReadable: true },
  ],
  [{ owner: { id: "jonas" } }, { isOwned: false, itemsReadable: false }],
  [
    { owner: null, public: null, items: { total: 3 } },
    { isPublic: null, total: 3 },
  ],
  [{ owner: { id: "x" }, tracks: { total: 4 } }, { total: 4 }],
])("whose a playlist is decides whether its rows are shown: %j", (changes, facts) => {
  const row = playlistRow("mira")({ id: "p1", name: "Warm-up", snapshot_id: "s1", ...changes });
  expect(row.item).toMatchObject({ kind: "playlist", externalId: "p1", name: "Warm-up" });
  expect(row.facts.playlist).toMatchObject({ snapshotId: "s1", ...facts });
});
