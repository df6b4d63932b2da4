import { afterAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { startClient } from "../testing/client";

const client = await startClient();
afterAll(() => client.close());
beforeEach(async () => {
  await client.control("/reset", {});
});

const agent = "Test/1.0 ( test@example.org )";
const ask = (path: string, headers: Record<string, string> = { "user-agent": agent }) =>
  fetch(`${client.url}/musicbrainz/ws/2${path}`, { headers });
const freely = () => client.control("/limits", undefined, "DELETE");

const page = z.object({ results: z.array(z.object({ isrc: z.string() })) });
async function isrcsOfAWeek() {
  const beatport = await client.beatport();
  const answer = await beatport(
    "/catalog/tracks/?genre_id=6&publish_date=2026-11-13:2026-11-19&per_page=100",
  );
  return [...new Set(page.parse(await answer.json()).results.map(({ isrc }) => isrc))];
}

const votes = z.array(z.object({ name: z.string(), count: z.number() }));
const found = z.object({
  isrc: z.string(),
  recordings: z.array(
    z.object({
      id: z.uuid(),
      genres: votes,
      tags: votes,
      "artist-credit": z.array(z.object({ artist: z.object({ tags: votes }) })),
    }),
  ),
});

test("of a week it knows a part, some with words, some twice, some by their artists only", async () => {
  await freely();
  const isrcs = await isrcsOfAWeek();
  const answers = await Promise.all(
    isrcs.map((isrc) => ask(`/isrc/${isrc}?fmt=json&inc=artist-credits+genres+tags`)),
  );
  const unknown = answers.filter(({ status }) => status === 404);
  const known = await Promise.all(
    answers.filter(({ ok }) => ok).map(async (answer) => found.parse(await answer.json())),
  );
  expect(known.length + unknown.length).toBe(isrcs.length);
  expect(unknown.length).toBeGreaterThan(isrcs.length / 5);
  expect(known.some(({ recordings }) => recordings.length > 1)).toBe(true);
  expect(known.some(({ recordings }) => recordings.some(({ tags }) => tags.length > 0))).toBe(true);
  const ofArtists = known
    .flatMap(({ recordings }) => recordings)
    .filter(({ tags }) => !tags.length);
  const stand = (credit: (typeof ofArtists)[number]["artist-credit"][number]) =>
    credit.artist.tags.length > 0;
  expect(ofArtists.some((recording) => recording["artist-credit"].some(stand))).toBe(true);
});

test("who asks too often is answered with 503, in its words; one a second is what it allows", async () => {
  const limits = await (await client.control("/limits")).json();
  expect(limits).toEqual({ limits: [{ provider: "musicbrainz", requests: 1, seconds: 1 }] });
  await client.control("/limits", { provider: "musicbrainz", requests: 1, seconds: 600 });
  const path = "/isrc/DEABC2600001?fmt=json";
  expect((await ask(path)).status).toBe(404);
  const refused = await ask(path);
  expect(refused.status).toBe(503);
  expect(await refused.json()).toMatchObject({ error: expect.stringContaining("rate limit") });
});

test("who does not say who asks, or asks for what is not there, is told so", async () => {
  await freely();
  expect((await ask("/isrc/DEABC2600001?fmt=json", {})).status).toBe(403);
  expect((await ask("/isrc/nonsense?fmt=json")).status).toBe(400);
  const wrong = await ask("/isrc/DEABC2600001?fmt=json&inc=lyrics");
  expect(await wrong.json()).toMatchObject({ error: expect.stringContaining("lyrics") });
});
