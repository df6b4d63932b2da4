import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { emptyTables } from "@/db/testing/empty-tables";
import { LIBRARY_SCOPES, runSync, startListener } from "@/db/testing/listener";

const NOW = new Date("2026-11-21T12:00:00Z");
const listener = await startListener({ now: () => NOW });
const { db } = await import("@/db/client");
const { pollPlays } = await import("./poll-plays");

let owner = { userId: "", connectionId: "" };
let uris: string[] = [];
const MINUTE_MS = 60_000;
/** Moments after everything the user heard of their own accord, in order. */
const at = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE_MS).toISOString();

afterAll(() => listener.close());
beforeEach(async () => {
  await listener.control("/reset", {});
  await listener.control("/switches", { listening: false, living: false });
  // drawn before the clock moves: what is heard from then on is what the test says
  uris = (await listener.truth("saved-tracks")).map(({ uri }) => uri);
  await listener.control("/clock", { to: at(600) });
  await emptyTables(db, "users", "jobs", "provider_buckets", "provider_cooldowns");
  owner = await listener.connect(db);
});

const listen = (from: number, count: number) =>
  listener.act("play", {
    plays: Array.from({ length: count }, (_, index) => ({
      uri: uris[index % uris.length],
      at: at(from + 4 * index),
      msPlayed: 200_000,
    })),
  });
const poll = () => pollPlays(db, { ...owner, now: NOW });
const gaps = () => db.execute(sql`select after, before from play_gaps`);
const plays = async () => (await db.execute(sql`select 1 from user_recently_played`)).length;

test("what was heard since is added once, however often it is asked for", async () => {
  expect(await poll()).toEqual({ added: 50 });
  expect(await poll()).toEqual({ added: 0 });
  await listen(0, 7);
  expect(await poll()).toEqual({ added: 7 });
  await runSync(db, owner);
  expect(await plays()).toBe(57);
  expect(await gaps()).toEqual([]);
});

test("told of its beginning and later of its end, it is one play", async () => {
  await listen(0, 5);
  await poll();
  const before = await plays();
  await db.execute(sql`
    update user_recently_played set played_at = played_at + interval '12 seconds'
  `);
  expect(await poll()).toEqual({ added: 0 });
  expect(await plays()).toBe(before);
});

test("the same track heard again is another play", async () => {
  await poll();
  const [uri] = uris;
  const again = [0, 1, 2].map((minute) => ({ uri, at: at(minute), msPlayed: 55_000 }));
  await listener.act("play", { plays: again });
  expect(await poll()).toEqual({ added: 3 });
});

test("more than the window shows leaves a gap, from the last known play to the first shown", async () => {
  await listen(0, 3);
  await poll();
  await listen(100, 60);
  expect(await poll()).toEqual({ added: 50 });
  expect(await gaps()).toHaveLength(1);
  const [row] = await db.execute<{ isRight: boolean }>(sql`
    select after < before and before = (
      select min(played_at) from user_recently_played where played_at > play_gaps.after
    ) as "isRight" from play_gaps
  `);
  expect(row?.isRight).toBe(true);
  expect(await poll()).toEqual({ added: 0 });
  expect(await gaps()).toHaveLength(1);
});

test("a window that meets what is known leaves none", async () => {
  await poll();
  await listen(0, 49);
  expect(await poll()).toEqual({ added: 49 });
  expect(await gaps()).toEqual([]);
});

test("without the permission, and for another user's connection, nothing is asked", async () => {
  const before = (await listener.requests()).length;
  expect(await pollPlays(db, { ...owner, userId: crypto.randomUUID(), now: NOW })).toBeNull();
  const scopes = LIBRARY_SCOPES.replace("user-read-recently-played", "user-read-private");
  owner = await listener.connect(db, { scopes });
  expect(await poll()).toBeNull();
  expect((await listener.requests()).length).toBe(before);
});
