import { afterAll, beforeAll, expect, test } from "vitest";
import { startSandbox } from "@/sandbox/server";

const sandbox = await startSandbox({ now: () => new Date("2026-11-21T12:00:00Z") });

beforeAll(() => {
  process.env.SPOTIFY_ACCOUNTS_URL = `${sandbox.url}/spotify/accounts`;
  process.env.SPOTIFY_API_URL = `${sandbox.url}/spotify/v1`;
  process.env.SPOTIFY_REQUESTS_PER_30_S = "6000";
  process.env.SPOTIFY_CLIENT_ID = "clouder-demo";
  process.env.SPOTIFY_CLIENT_SECRET = "clouder-demo-secret";
  process.env.BEATPORT_API_URL = `${sandbox.url}/beatport/v4`;
  process.env.BEATPORT_CLIENT_ID = "clouder-demo";
  process.env.BEATPORT_CLIENT_SECRET = "clouder-demo-secret";
});
afterAll(() => sandbox.close());

const tools = async () => ({
  ...(await import("./app-token")),
  ...(await import("./tracks")),
  ...(await import("@/lib/beatport/tracks")),
  ...(await import("@/lib/beatport/track")),
});

test("finds under their ISRC most of what a week brings, with the app's own token", async () => {
  const { listTracks, readTrack, searchTracksByIsrc, withAppToken } = await tools();
  const week = { genreId: 6, from: "2026-11-02", to: "2026-11-08" };
  const { payloads } = await listTracks({ ...week, page: 1 });
  const isrcs = payloads.slice(0, 30).flatMap(({ raw }) => {
    const reading = readTrack(raw);
    return "track" in reading && reading.track.isrc ? [reading.track.isrc] : [];
  });

  const hits = await Promise.all(
    isrcs.map((isrc) => withAppToken((token) => searchTracksByIsrc({ token, isrc }))),
  );
  expect(hits.filter((tracks) => tracks.length > 0).length).toBeGreaterThan(20);
  const [first] = hits.flat();
  expect(first).toMatchObject({
    uri: expect.stringMatching(/^spotify:track:/),
    url: expect.stringMatching(/^https:\/\/open\.spotify\.com\/track\//),
    artists: expect.arrayContaining([expect.any(String)]),
    durationMs: expect.any(Number),
  });
});

test("an ISRC that Spotify does not know is an empty answer, not an error", async () => {
  const { searchTracksByIsrc, withAppToken } = await tools();
  expect(
    await withAppToken((token) => searchTracksByIsrc({ token, isrc: "ZZZZZ0000000" })),
  ).toEqual([]);
});
