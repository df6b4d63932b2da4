import { expect, test } from "vitest";
import { readPlay } from "./read-play";

const row = {
  ts: "2021-05-01T12:34:56Z",
  platform: "osx",
  ms_played: 201_000,
  conn_country: "DE",
  ip_addr: "203.0.113.7",
  master_metadata_track_name: "Night\0fall",
  master_metadata_album_artist_name: "Somebody",
  master_metadata_album_album_name: null,
  spotify_track_uri: "spotify:track:4uLU6hMCjMI75M1A2tKUQC",
  spotify_episode_uri: null,
  shuffle: true,
  skipped: null,
  incognito_mode: false,
};

test("reads a play, and keeps how it was played without the address it was played from", () => {
  expect(readPlay(row)).toEqual({
    play: {
      endedAt: "2021-05-01T12:34:56.000Z",
      externalId: "4uLU6hMCjMI75M1A2tKUQC",
      trackName: "Nightfall",
      artistName: "Somebody",
      albumName: null,
      msPlayed: 201_000,
      details: { platform: "osx", conn_country: "DE", shuffle: true, incognito_mode: false },
    },
  });
});

test("a local file is known by its whole URI, as in the library", () => {
  const spotify_track_uri = "spotify:local:Me::Demo:180";
  expect(readPlay({ ...row, spotify_track_uri })).toMatchObject({
    play: { externalId: spotify_track_uri },
  });
});

test.each([
  ["podcast", { spotify_episode_uri: "spotify:episode:1", spotify_track_uri: null }],
  ["audiobook", { audiobook_uri: "spotify:show:1" }],
  ["nameless", { spotify_track_uri: null }],
  ["nameless", { master_metadata_track_name: null }],
  ["otherUri", { spotify_track_uri: "spotify:episode:1" }],
  ["noTime", { ts: "2021-13-01T12:34:56Z" }],
  ["noTime", { ts: "yesterday" }],
  ["noTime", { ts: undefined }],
  ["noLength", { ms_played: -1 }],
  ["noLength", { ms_played: "201000" }],
] as const)("says %s of %j", (aside, changes) => {
  expect(readPlay({ ...row, ...changes })).toEqual({ aside });
});

test("what is no row at all is set aside", () => {
  for (const raw of [null, 1, "x", []]) expect(readPlay(raw)).toEqual({ aside: "otherShape" });
});
