import { afterAll, beforeEach, expect, test } from "vitest";
import type { DuePage } from "@/db/queries/sync-pages";
import { emptyTables } from "@/db/testing/empty-tables";
import { readKnown, readTruth } from "@/db/testing/library-truth";
import { countHistory, endSync, runSync, startListener } from "@/db/testing/listener";

const listener = await startListener();
const { db } = await import("@/db/client");
const { appendState } = await import("@/db/queries/playlists-states");
const { listDuePages } = await import("@/db/queries/sync-pages");
const { askLibrary } = await import("./ask-library");
const { beginSync } = await import("./begin-sync");
const { requestSync } = await import("./request-sync");
const { storePage } = await import("./store-page");

let owner = { userId: "", connectionId: "" };
afterAll(() => listener.close());
beforeEach(async () => {
  await listener.control("/reset", {});
  await listener.control("/switches", { listening: false, living: false });
  await emptyTables(db, "users", "jobs", "provider_buckets", "provider_cooldowns");
  owner = await listener.connect(db);
});

/** A sync in whose midst, once a page of the kind is read, the user changes something. */
async function syncWhile(isPage: (page: DuePage) => boolean, change: () => Promise<unknown>) {
  const { userId } = owner;
  const wish = { userId, provider: "spotify", trigger: "manual", mode: "full" } as const;
  const { syncId } = await requestSync(db, wish);
  const sync = await beginSync(db, { syncId: syncId ?? "", userId, runId: "run" });
  if (!sync) throw new Error("not open");
  const ask = askLibrary(db, sync);
  for (let found = false; !found; ) {
    const [due] = await listDuePages(db, { syncId: sync.syncId, except: [], limit: 1 });
    if (!due) throw new Error("no such page was read");
    await storePage(db, sync, due, await ask(due));
    found = isPage(due);
  }
  await change();
  return endSync(db, sync);
}

const longPlaylist = async () => {
  const playlists = await listener.truth("playlists");
  const long = playlists.find(({ ownerId, total }) => ownerId === "mira.okafor" && total > 50);
  if (!long) throw new Error("no playlist is longer than a page");
  return long;
};
const isFirstOf = (subject: string) => (page: DuePage) =>
  page.subject === subject && page.cursor === "";
const isSavedTracks = ({ part }: DuePage) => part === "saved_tracks";

test("a track saved while saved tracks are read: the list is read again, and whole", async () => {
  const [first] = await listener.truth("saved-tracks");
  await listener.act("unsave", { uris: [first?.uri] });
  const save = () => listener.act("save", { uris: [first?.uri] });
  expect(await syncWhile(isSavedTracks, save)).toMatchObject({ status: "complete" });
  expect(await readKnown(db, owner)).toEqual(await readTruth(listener));
});

test("a track removed while saved tracks are read: none other seems gone", async () => {
  await runSync(db, owner);
  const before = await countHistory(db);
  const saved = await listener.truth("saved-tracks");
  const unsave = () => listener.act("unsave", { uris: [saved[10]?.uri] });
  expect(await syncWhile(isSavedTracks, unsave)).toMatchObject({ status: "complete" });
  expect(await readKnown(db, owner)).toEqual(await readTruth(listener));
  const rows = (before.user_saved_tracks ?? 0) + 1;
  expect(await countHistory(db)).toEqual({ ...before, user_saved_tracks: rows });
});

test("a playlist that grows while it is read is read again", async () => {
  const { id } = await longPlaylist();
  const [track] = await listener.truth("saved-tracks");
  const add = () => listener.act(`playlists/${id}/add`, { uris: [track?.uri], position: 0 });
  await syncWhile(isFirstOf(id), add);
  expect((await readKnown(db, owner)).items).toEqual((await readTruth(listener)).items);
});

test("a playlist that is shuffled while it is read, and stays as long, is read again", async () => {
  await runSync(db, owner);
  const before = await countHistory(db);
  const { id, total } = await longPlaylist();
  // the last row goes to the top: unnoticed, one row would be seen twice and one not at all
  const move = () => listener.act(`playlists/${id}/move`, { from: total - 1, before: 0 });
  expect(await syncWhile(isFirstOf(id), move)).toMatchObject({ status: "complete" });
  expect((await readKnown(db, owner)).items).toEqual((await readTruth(listener)).items);
  const after = await countHistory(db);
  expect((after.user_playlist_tracks ?? 0) - (before.user_playlist_tracks ?? 0)).toBe(1);
});

test("a playlist that goes while it is read takes nothing else with it", async () => {
  await runSync(db, owner);
  const { id } = await longPlaylist();
  const before = (await readKnown(db, owner)).items;
  const leave = () => listener.act("unfollow", { uris: [`spotify:playlist:${id}`] });
  await syncWhile(isFirstOf(id), leave);
  await runSync(db, { ...owner, mode: "incremental" });
  const after = await readKnown(db, owner);
  expect(after.playlists.map((playlist) => playlist.id)).not.toContain(id);
  expect(after.items).toEqual(before.filter(({ playlistId }) => playlistId !== id));
});

test("an unchanged snapshot right after a write of Clouder's own proves nothing", async () => {
  await runSync(db, owner);
  const { id } = await longPlaylist();
  await appendState(db, { ...owner, playlistId: id, reason: "after_write" });
  const before = (await listener.requests()).length;
  await runSync(db, { ...owner, mode: "incremental" });
  const requests = (await listener.requests()).slice(before);
  expect(requests.filter((path) => path.includes(`/playlists/${id}/items`))).not.toEqual([]);
});
