import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { collections, jobs, trackMatches } from "@/db/schema";
import { emptyTables } from "@/db/testing/empty-tables";
import { createStyle, createTrack } from "@/db/testing/factories";
import { type FarEndAnswer, startFarEnd } from "@/lib/testing/far-end";

let search: (isrc: string) => FarEndAnswer | Promise<FarEndAnswer> = () => ({});
const asked: string[] = [];
const spotify = await startFarEnd(({ path, query }) => {
  if (path === "/api/token") return { body: { access_token: "app", expires_in: 3600 } };
  const isrc = (query.get("q") ?? "").replace("isrc:", "");
  asked.push(isrc);
  return search(isrc);
});
process.env.SPOTIFY_ACCOUNTS_URL = spotify.url;
process.env.SPOTIFY_API_URL = `${spotify.url}/v1`;
process.env.SPOTIFY_REQUESTS_PER_30_S = "6000";

const { db } = await import("@/db/client");
const { openMatching } = await import("./open-matching");
const { settleChunk } = await import("./settle-chunk");
const { failMatching, finishMatching } = await import("./finish-matching");
const { listWeeksToMatch } = await import("@/db/queries/matches");

const NOW = new Date();
const isrcOf = (number: number) => `QZDEM${String(number).padStart(7, "0")}`;
let collectionId = "";
const runId = "run";
let styleId = "";

const hit = (isrc: string, title: string) => ({
  type: "track",
  id: isrc,
  uri: `spotify:track:${isrc}`,
  name: title,
  artists: [{ name: "Somebody" }],
  album: { name: title, album_type: "single", release_date: "2026-11-13" },
  duration_ms: 360_000,
  external_ids: { isrc },
  external_urls: { spotify: `https://open.spotify.com/track/${isrc}` },
  is_playable: true,
});
const answer = (...hits: object[]): FarEndAnswer => ({ body: { tracks: { items: hits } } });
/** Under the ISRC there is a track of the same title, length and mix, by another artist. */
const reviewable = (isrc: string) => answer(hit(isrc, "Night Drive"));

beforeEach(async () => {
  await emptyTables(db, "styles", "collections", "external_data", "tracks", "jobs");
  await emptyTables(db, "provider_cooldowns");
  asked.length = 0;
  styleId = (await createStyle(db)).id;
  const [row] = await db
    .insert(collections)
    .values({ styleId, year: 2026, week: 46, status: "complete", finishedAt: NOW })
    .returning();
  collectionId = row?.id ?? "";
});
afterAll(() => spotify.close());

const week = (count: number, changes: object = {}) =>
  Promise.all(
    Array.from({ length: count }, (_, index) =>
      createTrack(db, {
        styleId,
        title: "Night Drive",
        isrc: isrcOf(index),
        publishDate: "2026-11-13",
        lengthMs: 360_000,
        ...changes,
      }),
    ),
  );

async function run({ limit = 50, now = NOW } = {}) {
  const matching = await openMatching(db, { collectionId, runId });
  if (!matching) return null;
  const chunks = [];
  for (let more = true; more; ) {
    const chunk = await settleChunk(db, { collectionId, matching, limit, now });
    chunks.push(chunk);
    more = chunk.more && chunk.waitUntil === null;
  }
  return { chunks, ...(await finishMatching(db, { collectionId, matching })) };
}

const matches = () => db.select().from(trackMatches);
const statuses = async () => (await matches()).map(({ status }) => status).sort();

test("every track of the week is settled, chunk by chunk, each announced once", async () => {
  const tracks = await week(7);
  search = reviewable;
  const result = await run({ limit: 3 });
  expect(result).toMatchObject({ review: 7, pending: 0 });
  expect(result?.chunks.map(({ trackIds }) => trackIds.length)).toEqual([3, 3, 1]);
  expect(new Set(result?.chunks.flatMap(({ trackIds }) => trackIds))).toEqual(
    new Set(tracks.map(({ id }) => id)),
  );
  const [job] = await db.select().from(jobs);
  expect(job).toMatchObject({ kind: "matching", status: "done", done: 7, total: 7 });
  expect(await run()).toBeNull();
});

test("an ISRC is asked for once, for all its tracks, in this week and the next", async () => {
  await week(3, { isrc: isrcOf(1) });
  search = reviewable;
  await run({ limit: 2 });
  expect(asked).toEqual([isrcOf(1)]);
  await week(1, { isrc: isrcOf(1) });
  expect(await run()).toMatchObject({ review: 4 });
  expect(asked).toHaveLength(1);
});

test("what Spotify does not have is looked for again later, and then really asked for", async () => {
  await week(1);
  search = () => answer();
  expect(await run()).toMatchObject({ missing: 1 });
  expect(await run()).toBeNull();
  const [match] = await matches();
  expect(match).toMatchObject({ status: "not_found", attempts: 1 });
  expect(match?.nextCheckAt?.getTime()).toBeGreaterThan(NOW.getTime());

  await db.update(trackMatches).set({ nextCheckAt: new Date(0) });
  expect(await listWeeksToMatch(db, { idleMinutes: 10, recentDays: 2 })).toEqual([collectionId]);
  search = reviewable;
  expect(await run()).toMatchObject({ review: 1, missing: 0 });
  expect(asked).toHaveLength(2);
});

test("a long refusal is never an outcome: what was answered stays, the rest waits", async () => {
  await week(6);
  search = (isrc) =>
    asked.length > 3 ? { status: 429, headers: { "retry-after": "70000" } } : reviewable(isrc);
  const result = await run();
  const [chunk] = result?.chunks ?? [];
  expect(chunk?.waitUntil).not.toBeNull();
  expect((await statuses()).filter((status) => status === "pending").length).toBe(result?.pending);
  expect((await statuses()).every((status) => status === "pending" || status === "review")).toBe(
    true,
  );
  expect((await statuses()).filter((status) => status === "review").length).toBeGreaterThan(0);

  await emptyTables(db, "provider_cooldowns");
  const before = asked.length;
  search = reviewable;
  expect(await run()).toMatchObject({ review: 6, pending: 0 });
  expect(asked.length - before).toBe(result?.pending);
  expect((await matches()).every(({ attempts }) => attempts === 1)).toBe(true);
});

test("a track that Spotify fails on stays open, the others are settled", async () => {
  await week(3);
  search = (isrc) => (isrc === isrcOf(1) ? { status: 400, body: "no" } : reviewable(isrc));
  expect(await run()).toMatchObject({ review: 2, pending: 1 });
  const [job] = await db.select().from(jobs);
  expect(job).toMatchObject({ status: "partial", failed: 1 });
});

test("when every request fails nothing is settled, and the failure is told", async () => {
  await week(2);
  search = () => ({ status: 403, body: { error: { status: 403, message: "Forbidden" } } });
  await expect(run()).rejects.toMatchObject({ kind: "forbidden" });
  expect(await statuses()).toEqual(["pending", "pending"]);

  await failMatching(db, { collectionId, runId, problem: "Spotify answered 403: Forbidden" });
  expect(await listWeeksToMatch(db, { idleMinutes: 10, recentDays: 2 })).toEqual([]);
  const [job] = await db.select().from(jobs);
  expect(job).toMatchObject({ status: "failed", message: expect.stringContaining("403") });
});

test("what a person decided while Spotify was asked stays decided", async () => {
  const [track] = await week(1);
  const matching = await openMatching(db, { collectionId, runId });
  if (!matching || !track) throw new Error("nothing to do");
  const decided = { status: "rejected" as const, method: "manual" as const };
  search = async (isrc) => {
    await db.update(trackMatches).set(decided).where(eq(trackMatches.trackId, track.id));
    return reviewable(isrc);
  };
  await settleChunk(db, { collectionId, matching, limit: 5, now: NOW });
  expect(await statuses()).toEqual(["rejected"]);
});

test("two runs at once settle each track once", async () => {
  await week(20);
  search = reviewable;
  const matching = await openMatching(db, { collectionId, runId });
  if (!matching) throw new Error("nothing to do");
  const chunk = () => settleChunk(db, { collectionId, matching, limit: 10, now: NOW });
  const [one, two] = await Promise.all([chunk(), chunk()]);
  expect(new Set([...one.trackIds, ...two.trackIds]).size).toBe(20);
  expect(asked).toHaveLength(20);
});

test("a track without an ISRC is not found, and says why", async () => {
  await week(1, { isrc: null });
  expect(await run()).toMatchObject({ missing: 1 });
  expect(asked).toEqual([]);
  expect((await matches())[0]?.evidence).toMatchObject({ isrc: null, candidate: null });
});
