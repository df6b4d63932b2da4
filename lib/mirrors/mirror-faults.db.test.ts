import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { mirrors } from "@/db/schema";
import { createConnectedWeek, startSpotify } from "@/db/testing/mirrored-week";

const spotify = await startSpotify();
process.env.REQUEST_TIMEOUT_MS = "1000";
const { db } = await import("@/db/client");
const { moveTracks } = await import("@/lib/curation/move-tracks");
const { beginMirror } = await import("./begin-mirror");
const { followMirror } = await import("./follow-mirror");

let uris: string[] = [];
let now = new Date("2026-11-21T12:00:00Z");
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

beforeAll(async () => {
  uris = await spotify.findUris(4);
}, 60_000);
afterAll(() => spotify.close());
beforeEach(async () => {
  await spotify.reset();
});

type Owned = { mirrorId: string; userId: string };
const week = () => createConnectedWeek(spotify, uris);

async function sync(mirror: Owned) {
  const owned = { ...mirror, runId: "run" };
  await beginMirror(db, owned);
  for (let turns = 1; turns < 30; turns += 1) {
    const { more } = await followMirror(db, { ...owned, now });
    if (!more) return turns;
  }
  throw new Error("the mirror never came in step");
}

const sortAway = async (made: Awaited<ReturnType<typeof week>>, track: number) => {
  const categoryId = made.categories[0]?.id ?? null;
  await moveTracks(db, { ...made.press(track), categoryId });
};

test.each([
  ["an error", { kind: "applied-then-status", status: 500 }],
  ["no answer", { kind: "applied-then-hang" }],
  ["a broken line", { kind: "applied-then-reset" }],
])("an addition that arrived and was answered with %s is not made twice", async (_title, fault) => {
  const { bronze } = await week();
  const match = { method: "POST", path: "/items$" };
  await spotify.fail({ ...fault, match, times: 1 });
  await expect(sync(bronze)).rejects.toMatchObject({ name: "ProviderError" });
  const [row] = await db.select().from(mirrors).where(eq(mirrors.id, bronze.mirrorId));
  expect(row?.status).toBe("syncing");
  later(1);
  await sync(bronze);
  expect(await spotify.held("Bronze")).toEqual(uris.slice(0, 4));
});

test("an addition that never arrived is made again", async () => {
  const { bronze } = await week();
  const match = { method: "POST", path: "/items$" };
  await spotify.fail({ kind: "status", status: 502, match, times: 1 });
  await expect(sync(bronze)).rejects.toMatchObject({ name: "ProviderError" });
  later(1);
  await sync(bronze);
  expect(await spotify.held("Bronze")).toEqual(uris.slice(0, 4));
});

test("a playlist whose making was not answered is found again, not made twice", async () => {
  const { bronze } = await week();
  const match = { method: "POST", path: "/me/playlists$" };
  await spotify.fail({ kind: "applied-then-reset", match, times: 1 });
  await expect(sync(bronze)).rejects.toMatchObject({ name: "ProviderError" });
  await sync(bronze);
  const playlists = await spotify.playlists();
  expect(playlists.filter(({ name }) => name === "Bronze")).toHaveLength(1);
  expect(await spotify.held("Bronze")).toEqual(uris.slice(0, 4));
});

test("a long wait is handed up, nothing is lost, and the sync goes on where it stood", async () => {
  const made = await week();
  await sync(made.bronze);
  later(5);
  await sortAway(made, 0);
  const match = { method: "DELETE", path: "/items$" };
  await spotify.fail({ kind: "quota", match, times: 1 });
  await expect(sync(made.bronze)).rejects.toMatchObject({ name: "WaitUntilError" });
  await db.execute("delete from provider_cooldowns");
  later(1);
  await sync(made.bronze);
  expect(await spotify.held("Bronze")).toEqual(uris.slice(1, 4));
});

test("a token that Spotify refuses is refreshed once; a revoked account asks to be connected again", async () => {
  const made = await week();
  await spotify.expireTokens();
  await sync(made.bronze);
  expect(await spotify.held("Bronze")).toEqual(uris.slice(0, 4));
  await sortAway(made, 0);
  await spotify.revoke();
  await expect(sync(made.bronze)).rejects.toMatchObject({ code: "RECONNECT" });
});
