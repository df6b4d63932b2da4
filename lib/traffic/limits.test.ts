import { expect, test, vi } from "vitest";

const limitsUnder = async (settings: Record<string, string>) => {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  vi.resetModules();
  const { limits } = await import("./limits");
  vi.unstubAllEnvs();
  return limits;
};

test.each([1, 7, 10, 29, 30, 31, 60, 100])(
  "%d requests in 30 seconds are never more, however short the window, and never less than half",
  async (requestsPer30S) => {
    const rate = String(requestsPer30S);
    const { musicbrainz, spotify } = await limitsUnder({
      MUSICBRAINZ_REQUESTS_PER_30_S: rate,
      SPOTIFY_REQUESTS_PER_30_S: rate,
      SPOTIFY_WINDOW_S: "1",
    });
    for (const { requests, windowS } of [musicbrainz, spotify]) {
      expect(requests).toBeGreaterThanOrEqual(1);
      expect(windowS).toBeGreaterThanOrEqual(1);
      expect((requests / windowS) * 30).toBeLessThanOrEqual(requestsPer30S + 1e-9);
      expect((requests / windowS) * 30).toBeGreaterThan(requestsPer30S / 2);
    }
  },
);

test("ten requests in 30 seconds to who counts each second are one every three seconds", async () => {
  const { musicbrainz } = await limitsUnder({ MUSICBRAINZ_REQUESTS_PER_30_S: "10" });
  expect(musicbrainz).toEqual({ requests: 1, windowS: 3 });
});
