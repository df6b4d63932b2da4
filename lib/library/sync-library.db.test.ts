import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { emptyTables } from "@/db/testing/empty-tables";
import { readKnown, readTruth } from "@/db/testing/library-truth";
import { countHistory, LIBRARY_SCOPES, runSync, startListener } from "@/db/testing/listener";

const listener = await startListener();
const { db } = await import("@/db/client");
const { currentState, stateAsOf } = await import("@/db/queries/library-state");

let owner = { userId: "", connectionId: "" };
afterAll(() => listener.close());
beforeEach(async () => {
  await listener.control("/reset", {});
  await listener.control("/switches", { listening: false, living: false });
  await emptyTables(db, "users", "jobs", "provider_buckets", "provider_cooldowns");
  owner = await listener.connect(db);
});

const all = { limit: 1_000 };
const requestsOf = async (work: () => Promise<unknown>) => {
  const before = (await listener.requests()).length;
  await work();
  return (await listener.requests()).slice(before);
};

test("the first sync holds everything Spotify shows, in its order, and says complete", async () => {
  const outcome = await runSync(db, owner);
  expect(outcome).toMatchObject({ status: "complete" });
  expect(await readKnown(db, owner)).toEqual(await readTruth(listener));

  const parts = await db.execute<{ requested: number; stored: number }>(
    sql`select requested, stored from sync_run_parts`,
  );
  expect(parts).toHaveLength(7);
  for (const { requested, stored } of parts) expect(stored).toBe(requested);
  expect(await db.execute(sql`select status, done, total from jobs where kind = 'sync'`)).toEqual([
    { status: "done", done: outcome.stored, total: outcome.stored },
  ]);
  expect(await db.execute(sql`select id from sync_pages`)).toHaveLength(0);
  expect(await db.execute(sql`select 1 from sync_sightings`)).toHaveLength(0);
});

test("an unchanged library adds no row, however it is read", async () => {
  await runSync(db, owner);
  const before = await countHistory(db);
  const requests = await requestsOf(async () => {
    expect(await runSync(db, { ...owner, mode: "incremental" })).toMatchObject({
      status: "complete",
    });
  });
  expect(await countHistory(db)).toEqual(before);
  expect(requests.filter((path) => path.includes("/items"))).toEqual([]);
  expect(requests).toHaveLength(11);

  expect(await runSync(db, { ...owner, mode: "full" })).toMatchObject({ status: "complete" });
  expect(await countHistory(db)).toEqual(before);
});

test("what changed is one row each, and the past stays what it was", async () => {
  await runSync(db, owner);
  const past = await readKnown(db, owner);
  const before = await countHistory(db);
  const at = new Date();

  const saved = await listener.truth("saved-tracks");
  const albums = await listener.truth("saved-albums");
  const [playlist] = (await listener.truth("playlists")).filter(
    ({ readable, ownerId, total }) =>
      readable && ownerId === "mira.okafor" && total > 5 && total < 50,
  );
  const uri = saved[60]?.uri ?? "";
  await listener.act("unsave", { uris: [saved[3]?.uri, saved[100]?.uri, albums[2]?.uri] });
  await listener.act(`playlists/${playlist?.id}/add`, { uris: [uri], position: 0 });
  await listener.act(`playlists/${playlist?.id}/remove`, { positions: [3] });

  expect(await runSync(db, { ...owner, mode: "incremental" })).toMatchObject({
    status: "complete",
  });
  expect(await readKnown(db, owner)).toEqual(await readTruth(listener));
  const after = await countHistory(db);
  expect(after).toEqual({
    ...before,
    user_saved_tracks: (before.user_saved_tracks ?? 0) + 2,
    user_saved_albums: (before.user_saved_albums ?? 0) + 1,
    user_playlists: (before.user_playlists ?? 0) + 1,
    user_playlist_tracks: (before.user_playlist_tracks ?? 0) + 2,
  });

  const then = await stateAsOf(db, "saved_tracks", at, { ...owner, ...all });
  expect(then.total).toBe(past.savedTracks.size);
  const listed = { ...owner, ...all, subject: playlist?.id };
  const rows = await stateAsOf(db, "playlist_items", at, listed);
  expect(rows.rows.map(({ externalId }) => externalId)).toEqual(
    past.items.filter(({ playlistId }) => playlistId === playlist?.id).map(({ id }) => id),
  );
});

test("a playlist that lost rows is read once more, to confirm it", async () => {
  await runSync(db, owner);
  const [playlist] = (await listener.truth("playlists")).filter(
    ({ readable, ownerId, total }) => readable && ownerId === "mira.okafor" && total > 5,
  );
  await listener.act(`playlists/${playlist?.id}/remove`, { positions: [3] });
  const again = () => requestsOf(() => runSync(db, { ...owner, mode: "incremental" }));
  const read = (requests: string[]) => requests.filter((path) => path.includes("/items"));
  const lost = read(await again());
  expect(lost[0]).toContain(playlist?.id ?? "none");
  expect(read(await again())).toEqual(lost);
  expect(read(await again())).toEqual([]);
});

test("newest first: a few new rows cost one request", async () => {
  const [first, second] = await listener.truth("saved-tracks");
  await listener.act("unsave", { uris: [first?.uri, second?.uri] });
  await runSync(db, owner);
  await listener.act("save", { uris: [first?.uri, second?.uri] });
  const requests = await requestsOf(() => runSync(db, { ...owner, mode: "incremental" }));
  expect(requests.filter((path) => path.includes("/me/tracks"))).toHaveLength(1);
  expect((await readKnown(db, owner)).savedTracks).toEqual((await readTruth(listener)).savedTracks);
});

test("what was not granted is said, and the rest is read", async () => {
  const scopes = LIBRARY_SCOPES.replace("user-library-read", "user-read-private");
  owner = await listener.connect(db, { scopes });
  expect(await runSync(db, owner)).toMatchObject({ status: "partial" });
  const parts = await db.execute(
    sql`select part, status, problem from sync_run_parts where status <> 'complete' order by part`,
  );
  expect(parts).toEqual([
    {
      part: "saved_tracks",
      status: "failed",
      problem: "Reconnect Spotify to allow reading your saved tracks.",
    },
    {
      part: "saved_albums",
      status: "failed",
      problem: "Reconnect Spotify to allow reading your saved albums.",
    },
  ]);
});

test("a list is searched, sorted and paged", async () => {
  await runSync(db, owner);
  const read = (wish: object) => currentState(db, "saved_tracks", { ...owner, ...all, ...wish });
  const whole = await read({});
  const artist = whole.rows.find(({ artists }) => artists[0])?.artists[0]?.name ?? "";
  const found = await read({ text: artist.toUpperCase() });
  const ofArtist = whole.rows.filter(({ name, albumName, artists }) =>
    [name, albumName ?? "", ...artists.map((one) => one.name)].some((text) =>
      text.toLowerCase().includes(artist.toLowerCase()),
    ),
  );
  expect(found.rows.map(({ id }) => id)).toEqual(ofArtist.map(({ id }) => id));
  expect((await read({ text: "100%_" })).total).toBe(0);

  const lengths = (await read({ sort: "duration", descending: true })).rows.map(
    ({ durationMs }) => durationMs ?? -1,
  );
  expect(lengths).toEqual(lengths.toSorted((a, b) => b - a));
  const page = await read({ offset: 30, limit: 10 });
  expect(page.total).toBe(whole.total);
  expect(page.rows).toEqual(whole.rows.slice(30, 40));
});

test("another user sees nothing of it", async () => {
  await runSync(db, owner);
  const stranger = { ...owner, userId: crypto.randomUUID(), ...all };
  expect(await currentState(db, "saved_tracks", stranger)).toEqual({ rows: [], total: 0 });
  expect(await stateAsOf(db, "playlists", new Date(), stranger)).toEqual({ rows: [], total: 0 });
  const { beginSync } = await import("./begin-sync");
  const { requestSync } = await import("./request-sync");
  const wish = { userId: owner.userId, provider: "spotify", trigger: "manual" } as const;
  const { syncId } = await requestSync(db, wish);
  const run = { syncId: syncId ?? "", runId: "run" };
  expect(await beginSync(db, { ...run, userId: stranger.userId })).toBeNull();
  const theirs = requestSync(db, { ...wish, userId: stranger.userId });
  await expect(theirs).rejects.toMatchObject({ code: "NOT_FOUND" });
});
