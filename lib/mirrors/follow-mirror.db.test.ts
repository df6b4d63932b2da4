import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mirrors, playlistPlans, playlistStates, trackMatches } from "@/db/schema";
import { type OwnMirror, startMirrors } from "@/db/testing/followed-mirrors";

const dj = await startMirrors();
const { db } = dj;
const { promoteTracks } = await import("@/lib/curation/promote-tracks");
const { renameCategory } = await import("@/lib/curation/edit-category");
const { undoPress } = await import("@/lib/curation/undo-press");
const { moveTracks } = await import("@/lib/curation/move-tracks");
const { followMirror } = await import("./follow-mirror");

let uris: string[] = [];
beforeAll(async () => {
  uris = await dj.findUris(60);
}, 60_000);
afterAll(() => dj.close());
beforeEach(async () => {
  await dj.reset();
});

const week = (count = 4) => dj.week(uris.slice(0, count));
const states = async (mirror: OwnMirror) => {
  const { playlistId } = await dj.mirrorOf(mirror);
  return db
    .select()
    .from(playlistStates)
    .where(eq(playlistStates.playlistId, playlistId))
    .orderBy(playlistStates.sequence);
};

test("a new mirror makes its playlist, fills it in order and is in step; again asks nothing", async () => {
  const { bronze } = await week();
  await dj.sync(bronze);
  expect(await dj.held("Bronze")).toEqual(uris.slice(0, 4));
  expect(await dj.mirrorOf(bronze)).toMatchObject({
    status: "idle",
    desiredVersion: 1,
    mirroredVersion: 1,
    handMadeChanges: 0,
    spotifyUrl: expect.stringContaining("https://open.spotify.com/playlist/"),
  });
  const asked = (await dj.requests()).length;
  expect(await dj.sync(bronze)).toBe(1);
  expect(await dj.requests()).toHaveLength(asked);
});

test("a sorted track leaves Bronze by one request, once the list was read, and enters Silver, undo brings it back to its place", async () => {
  const made = await week();
  await dj.sync(made.bronze);
  dj.later(5);
  const before = (await dj.requests()).length;
  await dj.sortAway(made, 1);
  await dj.sync(made.bronze);
  expect((await dj.requests()).slice(before)).toEqual([
    expect.stringMatching(/^GET \/playlists\/\w+$/),
    expect.stringMatching(/^GET \/playlists\/\w+\/items/),
    expect.stringMatching(/^DELETE \/playlists\/\w+\/items$/),
  ]);
  expect(await dj.held("Bronze")).toEqual([uris[0], uris[2], uris[3]]);

  const silver = await dj.silverOf(made.userId);
  await dj.sync(silver);
  expect(await dj.held(silver.name)).toEqual([uris[1]]);

  await undoPress(db, made.press(0, 0));
  await dj.sync(made.bronze);
  await dj.sync(silver);
  expect(await dj.held("Bronze")).toEqual(uris.slice(0, 4));
  expect(await dj.held(silver.name)).toEqual([]);
});

test("promoted tracks stay in Silver and stand in Gold; only what Spotify has stands anywhere", async () => {
  const made = await week(3);
  const categoryId = made.categories[0]?.id ?? "";
  const [golden] = await db
    .insert(mirrors)
    .values({ userId: made.userId, kind: "golden", categoryId, name: "Gold" })
    .returning();
  await moveTracks(db, { ...made.press(0, 3), categoryId });
  await promoteTracks(db, made.press(0, 3));
  await db
    .update(trackMatches)
    .set({ status: "not_found" })
    .where(eq(trackMatches.trackId, made.tracks[0]?.trackId ?? ""));
  const silver = await dj.silverOf(made.userId);
  await dj.sync(silver);
  await dj.sync({ mirrorId: golden?.id ?? "", userId: made.userId });
  expect(await dj.held(silver.name)).toEqual(uris.slice(1, 3));
  expect(await dj.held("Gold")).toEqual(uris.slice(1, 3));
});

test("a renamed category renames its playlist; a name given in Spotify stays until then", async () => {
  const made = await week(1);
  await dj.sortAway(made, 0);
  const silver = await dj.silverOf(made.userId);
  await dj.sync(silver);
  const { playlistId } = await dj.mirrorOf(silver);
  const api = await dj.spotify();
  await api(`/playlists/${playlistId}`, { method: "PUT", json: { name: "Mine" } });
  await undoPress(db, made.press(0, 0));
  await dj.sync(silver);
  expect(await dj.held("Mine")).toEqual([]);
  const owned = { categoryId: made.categories[0]?.id ?? "", userId: made.userId };
  await renameCategory(db, { ...owned, name: "Opening" });
  await dj.sync(silver);
  expect(await dj.held(`${made.style.name} 2026-W46 · Opening`)).toEqual([]);
});

test("the history keeps what a playlist held before and after each write", async () => {
  const made = await week(3);
  await dj.sync(made.bronze);
  dj.later(5);
  await dj.sortAway(made, 1);
  await dj.sync(made.bronze);
  const kept = await states(made.bronze);
  expect(kept.map(({ reason, uris: held, owners }) => [reason, held?.length, owners])).toEqual([
    ["observed", 0, ""],
    ["before_write", undefined, null],
    ["after_write", undefined, null],
    ["observed", 3, "rrr"],
    ["observed", 3, "rrr"],
    ["before_write", undefined, null],
    ["after_write", undefined, null],
    ["worked_out", 2, "rr"],
  ]);
  expect(await db.select().from(playlistPlans)).toEqual([]);
});

test("another user's mirror is not followed", async () => {
  const { bronze } = await week();
  expect(
    await followMirror(db, { ...bronze, runId: "run", userId: crypto.randomUUID(), now: dj.now() }),
  ).toEqual({
    more: false,
  });
  expect(await dj.playlists()).toEqual([]);
});

test("sixty tracks arrive in one write and are read back whole", async () => {
  const { bronze } = await week(60);
  await dj.sync(bronze);
  expect(await dj.held("Bronze")).toEqual(uris.slice(0, 60));
  const asked = await dj.requests();
  expect(asked.filter((request) => request.startsWith("POST /playlists"))).toHaveLength(1);
});
