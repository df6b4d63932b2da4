import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { jobs, mirrors } from "@/db/schema";
import { startMirrors } from "@/db/testing/followed-mirrors";

process.env.REQUEST_TIMEOUT_MS = "1000";
const dj = await startMirrors();
const { db } = dj;
const { forgetPlaylists } = await import("@/db/queries/erasures");
const { listMirrorRows } = await import("@/db/queries/mirrors");
const { resumeMirror } = await import("./halt-mirror");
const { viewMirror } = await import("./mirror-view");

let uris: string[] = [];
beforeAll(async () => {
  uris = await dj.findUris(4);
}, 60_000);
afterAll(() => dj.close());
beforeEach(async () => {
  await dj.reset();
});

const week = () => dj.week(uris);

test.each([
  ["an error", { kind: "applied-then-status", status: 500 }],
  ["no answer", { kind: "applied-then-hang" }],
  ["a broken line", { kind: "applied-then-reset" }],
])(
  "an addition that arrived and was answered with %s is not made twice, and is ours",
  async (_title, fault) => {
    const { bronze } = await week();
    const match = { method: "POST", path: "/items$" };
    await dj.fail({ ...fault, match, times: 1 });
    await expect(dj.sync(bronze)).rejects.toMatchObject({ name: "ProviderError" });
    const [row] = await db.select().from(mirrors).where(eq(mirrors.id, bronze.mirrorId));
    expect(row?.status).toBe("syncing");
    dj.later(1);
    await dj.sync(bronze);
    expect(await dj.held("Bronze")).toEqual(uris.slice(0, 4));
    expect(await dj.mirrorOf(bronze)).toMatchObject({ handMadeChanges: 0 });
  },
);

test("an addition that never arrived is made again", async () => {
  const { bronze } = await week();
  const match = { method: "POST", path: "/items$" };
  await dj.fail({ kind: "status", status: 502, match, times: 1 });
  await expect(dj.sync(bronze)).rejects.toMatchObject({ name: "ProviderError" });
  dj.later(1);
  await dj.sync(bronze);
  expect(await dj.held("Bronze")).toEqual(uris.slice(0, 4));
});

test("a playlist whose making was not answered is found again, not made twice", async () => {
  const { bronze } = await week();
  const match = { method: "POST", path: "/me/playlists$" };
  await dj.fail({ kind: "applied-then-reset", match, times: 1 });
  await expect(dj.sync(bronze)).rejects.toMatchObject({ name: "ProviderError" });
  await dj.sync(bronze);
  const playlists = await dj.playlists();
  expect(playlists.filter(({ name }) => name === "Bronze")).toHaveLength(1);
  expect(await dj.held("Bronze")).toEqual(uris.slice(0, 4));
});

test("nor is one taken for it that was made for the same list before", async () => {
  const { bronze, userId } = await week();
  await dj.sync(bronze);
  const { playlistId: earlier } = await dj.mirrorOf(bronze);
  await forgetPlaylists(db, { userId });
  dj.later(60);
  const match = { method: "POST", path: "/me/playlists$" };
  await dj.fail({ kind: "applied-then-reset", match, times: 1 });
  await expect(dj.sync(bronze)).rejects.toMatchObject({ name: "ProviderError" });
  await dj.sync(bronze);
  const { playlistId, handMadeChanges } = await dj.mirrorOf(bronze);
  expect(playlistId).not.toBe(earlier);
  expect(handMadeChanges).toBe(0);
  expect((await dj.playlists()).filter(({ name }) => name === "Bronze")).toHaveLength(2);
});

test("a track that Spotify refuses is left out and told of, until somebody tries again", async () => {
  const refused = `spotify:track:${"0".repeat(22)}`;
  const { bronze } = await dj.week([uris[0] ?? "", refused, uris[1] ?? ""]);
  const outcome = async () => {
    await dj.sync(bronze);
    const [job, ...others] = await db
      .select()
      .from(jobs)
      .where(eq(jobs.subjectId, bronze.mirrorId));
    expect(others).toEqual([]);
    const [row] = await listMirrorRows(db, bronze);
    return [await dj.held("Bronze"), job?.status, row && viewMirror(row).words];
  };
  const words = "In step, but for 1 track that Spotify refused";
  const expected = [uris.slice(0, 2), "partial", words];
  expect(await outcome()).toEqual(expected);
  const refusals = async () =>
    (await dj.requests()).filter((request) => /^POST .*items$/.test(request)).length;
  const asked = await refusals();
  dj.later(60);
  await resumeMirror(db, bronze);
  expect(await outcome()).toEqual(expected);
  expect(await refusals()).toBeGreaterThan(asked);
});

test("a long wait is handed up, nothing is lost, and the sync goes on where it stood", async () => {
  const made = await week();
  await dj.sync(made.bronze);
  dj.later(5);
  await dj.sortAway(made, 0);
  const match = { method: "DELETE", path: "/items$" };
  await dj.fail({ kind: "quota", match, times: 1 });
  await expect(dj.sync(made.bronze)).rejects.toMatchObject({ name: "WaitUntilError" });
  await db.execute("delete from provider_cooldowns");
  dj.later(1);
  await dj.sync(made.bronze);
  expect(await dj.held("Bronze")).toEqual(uris.slice(1, 4));
});

test("a token that Spotify refuses is refreshed once; a revoked account asks to be connected again", async () => {
  const made = await week();
  await dj.expireTokens();
  await dj.sync(made.bronze);
  expect(await dj.held("Bronze")).toEqual(uris.slice(0, 4));
  await dj.sortAway(made, 0);
  await dj.revoke();
  await expect(dj.sync(made.bronze)).rejects.toMatchObject({ code: "RECONNECT" });
});
