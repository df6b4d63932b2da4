import { and, desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mirrors, mirrorVersions, trackMatches } from "@/db/schema";
import { createConnectedWeek, startSpotify } from "@/db/testing/mirrored-week";

const spotify = await startSpotify();
const { db } = await import("@/db/client");
const { moveTracks } = await import("@/lib/curation/move-tracks");
const { promoteTracks } = await import("@/lib/curation/promote-tracks");
const { renameCategory } = await import("@/lib/curation/edit-category");
const { undoPress } = await import("@/lib/curation/undo-press");
const { beginMirror } = await import("./begin-mirror");
const { followMirror } = await import("./follow-mirror");
const { recreateMirror } = await import("./recreate-mirror");

let uris: string[] = [];
let handUris: string[] = [];
let now = new Date("2026-11-21T12:00:00Z");
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

beforeAll(async () => {
  const found = await spotify.findUris(70);
  uris = found.slice(0, 66);
  handUris = found.slice(66);
}, 60_000);
afterAll(() => spotify.close());
beforeEach(async () => {
  await spotify.reset();
});

type Owned = { mirrorId: string; userId: string };
const week = (count = 4) => createConnectedWeek(spotify, uris.slice(0, count));

async function sync(mirror: Owned) {
  const owned = { ...mirror, runId: "run" };
  await beginMirror(db, owned);
  for (let turns = 1; turns < 30; turns += 1) {
    const { more } = await followMirror(db, { ...owned, now });
    if (!more) return turns;
  }
  throw new Error("the mirror never came in step");
}

const row = async ({ mirrorId }: Owned) => {
  const [found] = await db.select().from(mirrors).where(eq(mirrors.id, mirrorId));
  if (!found) throw new Error("no such mirror");
  return found;
};
const versions = ({ mirrorId }: Owned) =>
  db
    .select()
    .from(mirrorVersions)
    .where(eq(mirrorVersions.mirrorId, mirrorId))
    .orderBy(mirrorVersions.sequence);

const silverOf = async (userId: string) => {
  const [found] = await db
    .select()
    .from(mirrors)
    .where(and(eq(mirrors.userId, userId), eq(mirrors.kind, "silver")))
    .orderBy(desc(mirrors.createdAt))
    .limit(1);
  return { mirrorId: found?.id ?? "", userId, name: found?.name ?? "" };
};

const sortAway = async (made: Awaited<ReturnType<typeof week>>, track: number) => {
  const categoryId = made.categories[0]?.id ?? null;
  await moveTracks(db, { ...made.press(track), categoryId });
};

test("a new mirror makes its playlist, fills it in order and is in step; again asks nothing", async () => {
  const { bronze } = await week();
  await sync(bronze);
  expect(await spotify.held("Bronze")).toEqual(uris.slice(0, 4));
  expect(await row(bronze)).toMatchObject({
    status: "idle",
    desiredVersion: 1,
    mirroredVersion: 1,
    handMadeChanges: 0,
    spotifyUrl: expect.stringContaining("https://open.spotify.com/playlist/"),
  });
  const asked = (await spotify.requests()).length;
  expect(await sync(bronze)).toBe(1);
  expect(await spotify.requests()).toHaveLength(asked);
});

test("a sorted track leaves Bronze by one request and enters Silver, undo brings it back to its place", async () => {
  const made = await week();
  await sync(made.bronze);
  later(5);
  const before = (await spotify.requests()).length;
  await sortAway(made, 1);
  await sync(made.bronze);
  expect((await spotify.requests()).slice(before)).toEqual([
    expect.stringMatching(/^DELETE \/playlists\/\w+\/items$/),
  ]);
  expect(await spotify.held("Bronze")).toEqual([uris[0], uris[2], uris[3]]);

  const silver = await silverOf(made.userId);
  await sync(silver);
  expect(await spotify.held(silver.name)).toEqual([uris[1]]);

  await undoPress(db, made.press(0, 0));
  await sync(made.bronze);
  await sync(silver);
  expect(await spotify.held("Bronze")).toEqual(uris.slice(0, 4));
  expect(await spotify.held(silver.name)).toEqual([]);
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
  const silver = await silverOf(made.userId);
  await sync(silver);
  await sync({ mirrorId: golden?.id ?? "", userId: made.userId });
  expect(await spotify.held(silver.name)).toEqual(uris.slice(1, 3));
  expect(await spotify.held("Gold")).toEqual(uris.slice(1, 3));
});

test("hand-made changes survive: additions stay near their neighbour, removals are not put back", async () => {
  const made = await week(5);
  await sync(made.bronze);
  const { spotifyPlaylistId } = await row(made.bronze);
  const [hand = ""] = handUris;
  await spotify.add(spotifyPlaylistId ?? "", [hand], 2);
  await spotify.remove(spotifyPlaylistId ?? "", [uris[3] ?? ""]);
  await spotify.add(spotifyPlaylistId ?? "", [handUris[1] ?? ""], 0);

  later(120);
  await sortAway(made, 0);
  await sync(made.bronze);
  expect(await spotify.held("Bronze")).toEqual([handUris[1], uris[1], hand, uris[2], uris[4]]);
  expect(await row(made.bronze)).toMatchObject({ status: "idle", handMadeChanges: 3 });

  later(120);
  await undoPress(db, made.press(0, 0));
  await sync(made.bronze);
  expect(await spotify.held("Bronze")).toEqual([
    handUris[1],
    uris[0],
    uris[1],
    hand,
    uris[2],
    uris[4],
  ]);
});

test("tracks that were put into another order by hand return to ours, hand-made ones stay", async () => {
  const made = await week(4);
  await sync(made.bronze);
  const { spotifyPlaylistId } = await row(made.bronze);
  await spotify.add(spotifyPlaylistId ?? "", [handUris[0] ?? ""], 4);
  await spotify.move(spotifyPlaylistId ?? "", 0, 3);
  later(120);
  await sortAway(made, 3);
  await sync(made.bronze);
  const held = await spotify.held("Bronze");
  expect(held?.filter((uri) => uri !== handUris[0])).toEqual(uris.slice(0, 3));
  expect(held).toContain(handUris[0]);
});

test("a playlist that was deleted in Spotify is left alone until a new one is asked for", async () => {
  const made = await week();
  await sync(made.bronze);
  const { spotifyPlaylistId } = await row(made.bronze);
  const api = await spotify.spotify();
  await api(`/me/library?uris=spotify:playlist:${spotifyPlaylistId}`, { method: "DELETE" });
  await expect(recreateMirror(db, made.bronze)).rejects.toMatchObject({ code: "CONFLICT" });

  later(7200);
  await sortAway(made, 0);
  await sync(made.bronze);
  expect(await row(made.bronze)).toMatchObject({ status: "removed" });
  await sortAway(made, 1);
  expect(await sync(made.bronze)).toBe(1);

  const other = { ...made.bronze, userId: crypto.randomUUID() };
  await expect(recreateMirror(db, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await recreateMirror(db, made.bronze)).toMatchObject({ removed: false, url: null });
  later(1);
  await sync(made.bronze);
  const followed = (await spotify.playlists()).filter((one) => one.followed);
  expect(followed).toMatchObject([{ items: [{ uri: uris[2] }, { uri: uris[3] }] }]);
});

test("a renamed category renames its playlist; a name given in Spotify stays until then", async () => {
  const made = await week(1);
  await sortAway(made, 0);
  const silver = await silverOf(made.userId);
  await sync(silver);
  const { spotifyPlaylistId } = await row(silver);
  const api = await spotify.spotify();
  await api(`/playlists/${spotifyPlaylistId}`, { method: "PUT", json: { name: "Mine" } });
  await undoPress(db, made.press(0, 0));
  await sync(silver);
  expect(await spotify.held("Mine")).toEqual([]);
  const owned = { categoryId: made.categories[0]?.id ?? "", userId: made.userId };
  await renameCategory(db, { ...owned, name: "Opening" });
  await sync(silver);
  expect(await spotify.held(`${made.style.name} 2026-W46 · Opening`)).toEqual([]);
});

test("the history keeps what a playlist held before and after each write", async () => {
  const made = await week(3);
  await sync(made.bronze);
  later(5);
  await sortAway(made, 1);
  await sync(made.bronze);
  const kept = await versions(made.bronze);
  expect(kept.map(({ reason, version, uris: held }) => [reason, version, held.length])).toEqual([
    ["observed", 0, 0],
    ["before_write", 1, 0],
    ["after_write", 1, 3],
    ["before_write", 2, 3],
    ["after_write", 2, 2],
  ]);
});

test("another user's mirror is not followed", async () => {
  const { bronze } = await week();
  expect(
    await followMirror(db, { ...bronze, runId: "run", userId: crypto.randomUUID(), now }),
  ).toEqual({
    more: false,
  });
  expect(await spotify.playlists()).toEqual([]);
});

test("sixty tracks arrive in one write and are read back whole", async () => {
  const { bronze } = await week(60);
  await sync(bronze);
  expect(await spotify.held("Bronze")).toEqual(uris.slice(0, 60));
  const asked = await spotify.requests();
  expect(asked.filter((request) => request.startsWith("POST /playlists"))).toHaveLength(1);
});
