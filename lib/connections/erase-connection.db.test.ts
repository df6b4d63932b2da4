import { eq, sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { emptyTables } from "@/db/testing/empty-tables";
import { createCategory, createStyle, createUser } from "@/db/testing/factories";
import { runSync, startListener } from "@/db/testing/listener";
import { until } from "@/inngest/testing/background";

const listener = await startListener();
const { db } = await import("@/db/client");
const { listErasures } = await import("@/db/queries/erasures");
const { connections, jobs, mirrors, playlistStates, users } = await import("@/db/schema");
const { listDuePages } = await import("@/db/queries/sync-pages");
const { adapter } = await import("@/lib/auth/adapter");
const { askLibrary } = await import("@/lib/library/ask-library");
const { beginSync } = await import("@/lib/library/begin-sync");
const { requestSync } = await import("@/lib/library/request-sync");
const { storePage } = await import("@/lib/library/store-page");
const { disconnectProvider } = await import("./disconnect-provider");
const { eraseConnection } = await import("./erase-connection");
const { saveConnection } = await import("./save-connection");

const provider = "spotify" as const;
let owner = { userId: "", connectionId: "" };
const viewer = () => ({ id: owner.userId, role: "member" as const });
const erase = () => eraseConnection(db, { ...owner, provider });

const account = {
  provider,
  providerAccountId: "mira.okafor",
  access_token: "a",
  refresh_token: "r",
  scope: "user-library-read",
};

afterAll(() => listener.close());
beforeEach(async () => {
  await emptyTables(db, "users", "jobs", "styles", "erasures");
  owner = await listener.connect(db);
});

/** Rows of each table that names a connection, as the database lists those tables. */
async function rowsByTable(connectionId: string) {
  const tables = await db.execute<{ name: string }>(sql`
    select table_name as name from information_schema.columns
    where table_schema = 'public' and column_name = 'connection_id' order by 1
  `);
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await db.execute<{ rows: number }>(sql`
      select count(*)::int as rows from ${sql.identifier(name)}
      where connection_id = ${connectionId}::uuid
    `);
    counts[name] = row?.rows ?? 0;
  }
  return counts;
}

async function createMirror() {
  const style = await createStyle(db);
  const { userId } = owner;
  const category = await createCategory(db, { userId, styleId: style.id });
  const [mirror] = await db
    .insert(mirrors)
    .values({
      userId,
      kind: "golden",
      categoryId: category.id,
      name: "Golden",
      spotifyPlaylistId: "p1",
      spotifyUrl: "https://open.spotify.com/playlist/p1",
      mirroredVersion: 1,
      status: "idle",
    })
    .returning({ id: mirrors.id });
  const mirrorId = mirror?.id ?? "";
  const held = { playlistId: "p1", uris: ["spotify:track:1"], owners: "r" };
  await db.insert(playlistStates).values({ ...owner, reason: "observed", ...held });
  await db.insert(jobs).values({ kind: "mirror", subjectId: mirrorId, userId, title: "Golden" });
}

/** Another user's connection with a row in a table of each sort. */
async function createNeighbour() {
  const { id: userId } = await createUser(db, { name: "Jonas" });
  await saveConnection(db, { userId, account: { ...account, providerAccountId: "jonas.weil" } });
  const [row] = await db
    .select({ id: connections.id })
    .from(connections)
    .where(eq(connections.userId, userId));
  const connectionId = row?.id ?? "";
  await requestSync(db, { userId, provider, trigger: "manual" });
  return { userId, connectionId };
}

test("no table keeps a row of a connection that was given up, and the record says what went", async () => {
  await runSync(db, { userId: owner.userId });
  await createMirror();
  const neighbour = await createNeighbour();
  await db.execute(sql`
    insert into play_gaps (connection_id, after, before)
    values (${owner.connectionId}::uuid, now() - interval '2 hours', now())
  `);
  await requestSync(db, { userId: owner.userId, provider, trigger: "manual" });
  const before = await rowsByTable(owner.connectionId);
  const beside = await rowsByTable(neighbour.connectionId);
  expect(before.user_saved_tracks).toBeGreaterThan(100);
  expect(before.user_recently_played).toBeGreaterThan(0);

  await disconnectProvider(db, { viewer: viewer(), provider });
  await erase();

  const after = await rowsByTable(owner.connectionId);
  expect(Object.entries(after).filter(([, rows]) => rows > 0)).toEqual([]);
  expect(await rowsByTable(neighbour.connectionId)).toEqual(beside);

  const [record] = await listErasures(db, { userId: owner.userId, limit: 10 });
  expect(record).toMatchObject({ scope: "connection", provider, finishedAt: expect.any(Date) });
  const told = Object.fromEntries(record?.counts.map((row) => [row.table, row]) ?? []);
  for (const [table, rows] of Object.entries(before)) {
    if (["sync_pages", "sync_sightings"].includes(table)) continue; // gone when the sync stopped
    expect(told[table]).toEqual({ table, before: rows, after: 0 });
  }
  expect(told.connections).toEqual({ table: "connections", before: 1, after: 0 });
  expect(told.playlist_states).toEqual({ table: "playlist_states", before: 1, after: 0 });
  expect(told.jobs?.before).toBe(3);
  expect(await db.select().from(jobs).where(eq(jobs.userId, owner.userId))).toEqual([]);
});

test("the tokens are gone and the work has stopped before anything is erased", async () => {
  await requestSync(db, { userId: owner.userId, provider, trigger: "manual" });
  const { stopped } = await disconnectProvider(db, { viewer: viewer(), provider });
  expect(stopped).toMatchObject([{ kind: "sync", userId: owner.userId }]);
  const [row] = await db.select().from(connections).where(eq(connections.id, owner.connectionId));
  expect(row).toMatchObject({
    status: "disconnected",
    accessTokenSealed: null,
    refreshTokenSealed: null,
  });
  await expect(
    requestSync(db, { userId: owner.userId, provider, trigger: "manual" }),
  ).rejects.toMatchObject({ code: "RECONNECT" });
});

test("the playlists are forgotten, the lists behind them stay", async () => {
  await createMirror();
  await disconnectProvider(db, { viewer: viewer(), provider });
  await erase();
  expect(await db.select().from(mirrors)).toMatchObject([
    { spotifyPlaylistId: null, spotifyUrl: null, status: "pending" },
  ]);
  expect(await db.$count(playlistStates)).toBe(0);
});

test("name, picture and account id go; who signs in again with it is the same user", async () => {
  await disconnectProvider(db, { viewer: viewer(), provider });
  await erase();
  const [left] = await db.select().from(users).where(eq(users.id, owner.userId));
  expect(left).toMatchObject({ name: null, image: null });
  expect(JSON.stringify(left)).not.toContain("mira.okafor");

  const known = await adapter.getUserByAccount?.({ provider, providerAccountId: "mira.okafor" });
  expect(known?.id).toBe(owner.userId);
  await saveConnection(db, {
    userId: owner.userId,
    account,
    profile: { profileId: "mira.okafor", displayName: "Mira" },
  });
  const [back] = await db.select().from(users).where(eq(users.id, owner.userId));
  expect(back).toMatchObject({ name: "Mira", returnKey: null });
});

test("who connects again before the erasure ran finds nothing of what was there", async () => {
  await runSync(db, { userId: owner.userId });
  await disconnectProvider(db, { viewer: viewer(), provider });
  await saveConnection(db, { userId: owner.userId, account });
  expect(await erase()).toBeNull();
  expect(await rowsByTable(owner.connectionId)).toMatchObject({ user_saved_tracks: 0 });
  const [record] = await listErasures(db, { userId: owner.userId, limit: 10 });
  expect(record?.finishedAt).not.toBeNull();
});

test("a connection in use is not erased, and nobody disconnects another's", async () => {
  expect(await erase()).toBeNull();
  const stranger = await createUser(db);
  await expect(
    disconnectProvider(db, { viewer: { id: stranger.id, role: "owner" }, provider }),
  ).rejects.toMatchObject({ code: "NOT_FOUND" });
  const own = { viewer: viewer(), provider };
  await disconnectProvider(db, own);
  await expect(disconnectProvider(db, own)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await eraseConnection(db, { ...owner, userId: stranger.id, provider })).toBeNull();
});

test("a page that is being kept is waited for and goes too; one that comes later leaves no trace", async () => {
  const { userId } = owner;
  const wish = { userId, provider, trigger: "manual", mode: "full" } as const;
  const { syncId } = await requestSync(db, wish);
  const sync = await beginSync(db, { syncId: syncId ?? "", userId, runId: "run" });
  if (!sync) throw new Error("not open");
  const ask = askLibrary(db, sync);
  const [one, other] = await listDuePages(db, { syncId: sync.syncId, except: [], limit: 2 });
  if (!one || !other) throw new Error("no pages");
  const [first, second] = await Promise.all([ask(one), ask(other)]);
  await disconnectProvider(db, { viewer: viewer(), provider });

  const order: string[] = [];
  let erasing: Promise<unknown> = Promise.resolve();
  await db.transaction(async (tx) => {
    await storePage(tx, sync, one, first);
    erasing = erase().then(() => order.push("erased"));
    await until(async () => {
      const [waits] = await db.execute<{ count: number }>(sql`
        select count(*)::int as count from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'
      `);
      return waits?.count === 1;
    });
    order.push("kept");
  });
  await erasing;
  expect(order).toEqual(["kept", "erased"]);
  await storePage(db, sync, other, second);
  const left = Object.entries(await rowsByTable(owner.connectionId));
  expect(left.filter(([, rows]) => rows > 0)).toEqual([]);
});
