import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { startAppleListener } from "@/db/testing/apple-listener";
import { emptyTables } from "@/db/testing/empty-tables";
import { countHistory, runSync } from "@/db/testing/listener";

const listener = await startAppleListener();
const { db } = await import("@/db/client");
const { currentState } = await import("@/db/queries/library-state");

const provider = "apple" as const;
let owner = { userId: "", connectionId: "" };
afterAll(() => listener.close());
beforeEach(async () => {
  await listener.control("/reset", {});
  await listener.control("/switches", { listening: false, living: false });
  await emptyTables(
    db,
    "users",
    "jobs",
    "provider_requests",
    "provider_buckets",
    "provider_cooldowns",
  );
  owner = await listener.connectApple(db);
});

const sync = (wish: object = {}) => runSync(db, { ...owner, provider, ...wish });

type Part = Parameters<typeof currentState>[1];
const idsOf = async (part: Part, subject?: string) => {
  const { rows } = await currentState(db, part, { ...owner, subject, limit: 1_000 });
  return rows.map(({ externalId }) => externalId);
};
const once = (ids: readonly (string | null)[]) => [...new Set(ids)];
const sorted = (ids: readonly (string | null)[]) => once(ids).toSorted();

test("the first sync holds everything Apple Music shows, and says complete", async () => {
  const outcome = await sync();
  expect(outcome).toMatchObject({ status: "complete" });
  expect(outcome.parts).toContain("Library songs: complete");

  for (const [part, path] of [
    ["saved_tracks", "/me/library/songs?limit=100"],
    ["saved_albums", "/me/library/albums?limit=100"],
    ["followed_artists", "/me/library/artists?limit=100"],
    ["recently_added", "/me/library/recently-added?limit=25"],
  ] as const) {
    const held = await idsOf(part);
    expect(held.length).toBeGreaterThan(5);
    expect(sorted(held)).toEqual(sorted(await listener.truth(path)));
  }
  const heavy = await listener.truth("/me/history/heavy-rotation");
  expect(await idsOf("top_albums", "heavy_rotation")).toEqual(heavy);
  const recent = await listener.truth("/me/recent/played/tracks?limit=30");
  expect(await idsOf("recent_tracks")).toEqual(once(recent));

  const playlists = await listener.truth("/me/library/playlists?limit=100");
  expect(await idsOf("playlists")).toEqual(playlists);
  for (const id of playlists) {
    const held = await idsOf("playlist_items", id);
    expect(held).toEqual(await listener.truth(`/me/library/playlists/${id}/tracks?limit=100`));
  }
  expect(
    await db.execute(sql`select part::text from sync_run_parts where stored <> requested`),
  ).toEqual([]);
  expect(await db.execute(sql`select distinct provider::text from user_saved_tracks`)).toEqual([
    { provider },
  ]);
});

test("songs tell what the catalogue knows, plays no time, own files that they are", async () => {
  await sync();
  const songs = (await currentState(db, "saved_tracks", { ...owner, limit: 1_000 })).rows;
  const known = songs.filter(({ isrc }) => isrc !== null);
  expect(known.length).toBeGreaterThan(songs.length * 0.8);
  for (const { url, kind, coverUrl } of known) {
    expect(url).toMatch(/^https:\/\/music\.apple\.com\/gb\/song\//);
    expect(kind).toBe("track");
    expect(coverUrl).toContain("/300x300/");
  }
  expect(songs.some(({ kind }) => kind === "local")).toBe(true);
  expect(songs.every(({ addedAt }) => addedAt === null)).toBe(true);
  const albums = (await currentState(db, "saved_albums", { ...owner, limit: 1_000 })).rows;
  expect(albums.every(({ addedAt }) => addedAt !== null)).toBe(true);
  expect(await db.execute(sql`select 1 from user_recently_played`)).toHaveLength(0);
});

test("an unchanged library adds no row, and costs no request for playlists", async () => {
  await sync();
  const before = await countHistory(db);
  const asked = (await listener.asked()).length;
  expect(await sync({ mode: "incremental" })).toMatchObject({ status: "complete" });
  const again = (await listener.asked()).slice(asked);
  expect(again.filter((path) => path.includes("/tracks?include"))).toEqual([]);
  expect(await sync({ mode: "full" })).toMatchObject({ status: "complete" });
  expect(await countHistory(db)).toEqual(before);
});

test("what changed is a row, what left a row that says so, and a new empty playlist is whole", async () => {
  await sync();
  const before = await countHistory(db);
  const songs = await listener.truth("/me/library/songs?limit=100");
  const spotify = await listener.savedUris();
  await listener.act("unsave", { uris: spotify.slice(0, 10) });
  await listener.act("playlists", { name: "Nothing in it yet" });
  const left = await listener.truth("/me/library/songs?limit=100");
  expect(left.length).toBeLessThan(songs.length);

  expect(await sync({ mode: "incremental" })).toMatchObject({ status: "complete" });
  expect(sorted(await idsOf("saved_tracks"))).toEqual(sorted(left));
  const [row] = await db.execute<{ gone: number }>(
    sql`select count(*)::int as gone from user_saved_tracks where gone`,
  );
  expect(row?.gone).toBe(songs.length - left.length);
  expect(await countHistory(db)).toEqual({
    ...before,
    user_saved_tracks: (before.user_saved_tracks ?? 0) + songs.length - left.length,
    user_playlists: (before.user_playlists ?? 0) + 1,
    user_recently_added: (before.user_recently_added ?? 0) + 1,
  });
  expect(await idsOf("playlists")).toContain((await listener.truth("/me/library/playlists"))[0]);
});

test("access that the user took back is asked for anew, and nothing is taken for gone", async () => {
  await sync();
  const before = await countHistory(db);
  await listener.control("/users/mira.okafor/revoke-apple", {});
  await expect(sync()).rejects.toMatchObject({
    code: "RECONNECT",
    message: "Apple Music withdrew Clouder's access. Reconnect it.",
  });
  expect(await db.execute(sql`select status, status_reason from connections`)).toEqual([
    { status: "needs_reconnect", status_reason: "access was withdrawn" },
  ]);
  expect(await countHistory(db)).toEqual(before);
});

test("a 403 that is not Apple's, and a refused developer token, cost nobody their connection", async () => {
  await listener.fail({ kind: "status", status: 403, match: { path: "/me/library/albums" } });
  await listener.fail({ kind: "unauthorized", match: { path: "/me/library/artists" } });
  expect(await sync()).toMatchObject({ status: "partial" });
  await listener.heal();
  const parts = await db.execute<{ part: string; problem: string }>(
    sql`select part, problem from sync_run_parts where status <> 'complete' order by part`,
  );
  expect(parts.map(({ part }) => part)).toEqual(["saved_albums", "followed_artists"]);
  expect(parts[1]?.problem).toContain("refuses the key of this Clouder");
  expect(await db.execute(sql`select status from connections`)).toEqual([{ status: "active" }]);
});

test("every fault at every page loses no row, invents none and counts none twice", async () => {
  await sync();
  const before = await countHistory(db);
  const statuses: string[] = [];
  for (const fault of [
    { kind: "status", status: 503 },
    { kind: "status", status: 404 },
    { kind: "truncated" },
    { kind: "rate-limit", retryAfter: 5_000 },
    { kind: "reset" },
  ]) {
    await listener.fail({ ...fault, probability: 0.3, seed: "apple", match: { path: "apple/v1" } });
    statuses.push((await sync({ mode: "full" })).status);
    await listener.heal();
    await db.execute(sql`delete from provider_cooldowns`);
    expect(await countHistory(db)).toEqual(before);
  }
  expect(statuses).toContain("partial");
  expect(await sync({ mode: "full" })).toMatchObject({ status: "complete" });
  expect(await countHistory(db)).toEqual(before);
});

test("two users who ask for the same address at once each get their own answer", async () => {
  const { appleFetch } = await import("./request");
  const { z } = await import("zod");
  const ids = z.object({ data: z.array(z.object({ id: z.string() })) });
  const path = "/me/library/songs";
  const [mira, jonas] = await Promise.all(
    [await listener.agree(), await listener.agree("jonas.weil")].map((token) =>
      appleFetch({ token, group: "library", path }, ids),
    ),
  );
  expect(mira).not.toEqual(jonas);
});

test("another user sees nothing of it", async () => {
  await sync();
  const stranger = { ...owner, userId: crypto.randomUUID(), limit: 10 };
  expect(await currentState(db, "recent_tracks", stranger)).toEqual({ rows: [], total: 0 });
  const { requestSync } = await import("@/lib/library/request-sync");
  const theirs = requestSync(db, { userId: stranger.userId, provider, trigger: "manual" });
  await expect(theirs).rejects.toMatchObject({ code: "NOT_FOUND" });
});
