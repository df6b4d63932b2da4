import { expect, test } from "vitest";
import { sourceRow } from "./source-row";

const listed = {
  externalId: "1",
  title: "Mind Dimension - Extended Mix",
  artists: ["Ada"],
  isrc: "DE-ABC-26-00001",
  addedAt: null,
  foundIn: null,
};
const known = { externalId: "1", recordingKey: null, trackId: null, isrc: null };
const spotify = { isSpotify: true };

test("the catalogue's recording comes before the ISRC, and the ISRC before the names", () => {
  const matched = { ...known, recordingKey: "isrc:DEXYZ2600009", trackId: "track" };
  expect(sourceRow(listed, matched, spotify)).toMatchObject({
    recordingKey: "isrc:DEXYZ2600009",
    trackId: "track",
  });
  expect(sourceRow(listed, known, spotify).recordingKey).toBe("isrc:DEABC2600001");
  const bare = { ...listed, isrc: null };
  expect(sourceRow(bare, { ...known, isrc: "DEABC2600002" }, spotify).recordingKey).toBe(
    "isrc:DEABC2600002",
  );
  expect(sourceRow(bare, undefined, spotify).recordingKey).toBe(
    sourceRow({ ...bare, title: "Mind Dimension (Extended Mix)" }, undefined, spotify).recordingKey,
  );
});

test("only Spotify's own tracks have a Spotify address", () => {
  expect(sourceRow(listed, known, spotify).spotifyUri).toBe("spotify:track:1");
  expect(sourceRow({ ...listed, externalId: null }, undefined, spotify).spotifyUri).toBeNull();
  expect(sourceRow(listed, undefined, { isSpotify: false }).spotifyUri).toBeNull();
});
