import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { startMirrors } from "@/db/testing/followed-mirrors";

const dj = await startMirrors();
const { db } = dj;
const { undoPress } = await import("@/lib/curation/undo-press");
const { recreateMirror } = await import("./recreate-mirror");

let uris: string[] = [];
let handUris: string[] = [];
beforeAll(async () => {
  const found = await dj.findUris(8);
  uris = found.slice(0, 6);
  handUris = found.slice(6);
}, 60_000);
afterAll(() => dj.close());
beforeEach(async () => {
  await dj.reset();
});

const week = (count = 4) => dj.week(uris.slice(0, count));

test("hand-made changes survive: additions stay near their neighbour, removals are not put back", async () => {
  const made = await week(5);
  await dj.sync(made.bronze);
  const { playlistId } = await dj.mirrorOf(made.bronze);
  const [hand = ""] = handUris;
  await dj.add(playlistId, [hand], 2);
  await dj.remove(playlistId, [uris[3] ?? ""]);
  await dj.add(playlistId, [handUris[1] ?? ""], 0);

  dj.later(120);
  await dj.sortAway(made, 0);
  await dj.sync(made.bronze);
  expect(await dj.held("Bronze")).toEqual([handUris[1], uris[1], hand, uris[2], uris[4]]);
  expect(await dj.mirrorOf(made.bronze)).toMatchObject({ status: "idle", handMadeChanges: 3 });

  dj.later(120);
  await undoPress(db, made.press(0, 0));
  await dj.sync(made.bronze);
  expect(await dj.held("Bronze")).toEqual([handUris[1], uris[0], uris[1], hand, uris[2], uris[4]]);
});

test("a copy that a person made of one of our tracks stays, also when ours is sorted away", async () => {
  const made = await week(4);
  await dj.sync(made.bronze);
  const { playlistId } = await dj.mirrorOf(made.bronze);
  await dj.add(playlistId, [uris[0] ?? ""], 4);
  dj.later(120);
  await dj.sortAway(made, 1);
  await dj.sync(made.bronze);
  expect(await dj.held("Bronze")).toEqual([uris[0], uris[2], uris[3], uris[0]]);

  dj.later(120);
  await dj.sortAway(made, 0);
  await dj.sync(made.bronze);
  expect(await dj.held("Bronze")).toEqual([uris[2], uris[3], uris[0]]);
  expect(await dj.mirrorOf(made.bronze)).toMatchObject({ status: "idle", handMadeChanges: 1 });
});

test("a copy made a moment ago is seen before ours is taken away", async () => {
  const made = await week(3);
  await dj.sync(made.bronze);
  const { playlistId } = await dj.mirrorOf(made.bronze);
  await dj.add(playlistId, [uris[0] ?? ""], 3);
  dj.later(5);
  await dj.sortAway(made, 0);
  await dj.sync(made.bronze);
  expect(await dj.held("Bronze")).toEqual([uris[1], uris[2], uris[0]]);
});

test("a copy made while another row went is seen, also while Spotify shows an old snapshot", async () => {
  const made = await week(4);
  await dj.sync(made.bronze);
  const { playlistId } = await dj.mirrorOf(made.bronze);
  dj.later(20);
  await dj.control("/switches", { snapshotLagSeconds: 30 });
  const api = await dj.spotify();
  const json = { uris: [...uris.slice(0, 3), uris[0]] };
  await api(`/playlists/${playlistId}/items`, { method: "PUT", json });
  await dj.sortAway(made, 0);
  await dj.sync(made.bronze);
  await dj.control("/switches", { snapshotLagSeconds: 0 });
  expect(await dj.held("Bronze")).toEqual([uris[1], uris[2], uris[0]]);
});

test("tracks that were put into another order by hand return to ours, hand-made ones stay", async () => {
  const made = await week(4);
  await dj.sync(made.bronze);
  const { playlistId } = await dj.mirrorOf(made.bronze);
  await dj.add(playlistId, [handUris[0] ?? ""], 4);
  await dj.move(playlistId, 0, 3);
  dj.later(120);
  await dj.sortAway(made, 3);
  await dj.sync(made.bronze);
  const held = await dj.held("Bronze");
  expect(held?.filter((uri) => uri !== handUris[0])).toEqual(uris.slice(0, 3));
  expect(held).toContain(handUris[0]);
});

test("a playlist that was deleted in Spotify is left alone until a new one is asked for", async () => {
  const made = await week();
  await dj.sync(made.bronze);
  const { playlistId } = await dj.mirrorOf(made.bronze);
  const api = await dj.spotify();
  await api(`/me/library?uris=spotify:playlist:${playlistId}`, { method: "DELETE" });
  await expect(recreateMirror(db, made.bronze)).rejects.toMatchObject({ code: "CONFLICT" });

  dj.later(7200);
  await dj.sortAway(made, 0);
  await dj.sync(made.bronze);
  expect(await dj.mirrorOf(made.bronze)).toMatchObject({ status: "removed" });
  await dj.sortAway(made, 1);
  expect(await dj.sync(made.bronze)).toBe(1);

  const other = { ...made.bronze, userId: crypto.randomUUID() };
  await expect(recreateMirror(db, other)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await recreateMirror(db, made.bronze)).toMatchObject({ removed: false, url: null });
  dj.later(1);
  await dj.sync(made.bronze);
  const followed = (await dj.playlists()).filter((one) => one.followed);
  expect(followed).toMatchObject([{ items: [{ uri: uris[2] }, { uri: uris[3] }] }]);
});
