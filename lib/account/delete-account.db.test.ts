import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { emptyTables } from "@/db/testing/empty-tables";
import { runSync, startListener } from "@/db/testing/listener";

const listener = await startListener();
const { db } = await import("@/db/client");
const { findErasure } = await import("@/db/queries/erasures");
const { insertSession, insertUser } = await import("@/db/queries/users");
const { createGoldenTrack, createSilverTrack, createTrack, createWeek } = await import(
  "@/db/testing/factories"
);
const { decisions, mirrors, users } = await import("@/db/schema");
const { requestSync } = await import("@/lib/library/request-sync");
const { deleteAccount } = await import("./delete-account");

let owner = { userId: "", connectionId: "" };

afterAll(() => listener.close());
beforeEach(async () => {
  await emptyTables(db, "users", "jobs", "styles", "erasures", "sessions");
  owner = await listener.connect(db);
});

const OWNER_COLUMNS = ["user_id", "connection_id"] as const;

/** Rows of every table that names the user or their connection, as the database lists those. */
async function rowsByTable({ userId, connectionId }: typeof owner) {
  const counts: Record<string, number> = {};
  for (const column of OWNER_COLUMNS) {
    const id = column === "user_id" ? userId : connectionId;
    const tables = await db.execute<{ name: string }>(sql`
      select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = ${column}
    `);
    for (const { name } of tables) {
      const [row] = await db.execute<{ rows: number }>(sql`
        select count(*)::int as rows from ${sql.identifier(name)}
        where ${sql.identifier(column)} = ${id}::uuid
      `);
      counts[`${name}.${column}`] = row?.rows ?? 0;
    }
  }
  return counts;
}

/** A week in full swing, with all three stages, a journal, a mirror and an API token. */
async function createCuration(userId: string) {
  const week = await createWeek(db);
  await db.execute(sql`update user_categories set user_id = ${userId}::uuid`);
  await db.execute(sql`update curation_periods set user_id = ${userId}::uuid`);
  const categoryId = week.categories[0]?.id ?? "";
  const track = await createTrack(db, { styleId: week.style.id });
  const silver = { periodId: week.period.id, trackId: track.id, categoryId };
  const curated = await createSilverTrack(db, silver);
  await createGoldenTrack(db, { userId, categoryId, trackId: track.id });
  await db.insert(decisions).values({
    userId,
    periodId: week.period.id,
    curationTrackId: curated.id,
    kind: "moved",
    idempotencyKey: crypto.randomUUID(),
    before: {},
    after: {},
  });
  await db.insert(mirrors).values({ userId, kind: "golden", categoryId, name: "Golden" });
  await insertSession(db, { tokenHash: "hash", userId, expires: new Date(Date.now() + 60_000) });
  await db.execute(sql`
    insert into api_tokens (user_id, name, token_hash, start, scopes)
    values (${userId}::uuid, 'Script', 'hash', 'cl_ab', array['library:read'])
  `);
  await db.execute(sql`
    insert into api_budgets (key, free_at) select 'token:' || id, now() from api_tokens
  `);
}

test("no table keeps a row of a user who had everything, and the record says what went", async () => {
  await runSync(db, { userId: owner.userId });
  await createCuration(owner.userId);
  await requestSync(db, { userId: owner.userId, provider: "spotify", trigger: "manual" });
  const before = await rowsByTable(owner);
  expect(before).toMatchObject({ "decisions.user_id": 1, "golden_tracks.user_id": 1 });

  const { erasureId, stopped } = await deleteAccount(db, { userId: owner.userId });
  expect(stopped).toMatchObject([{ kind: "sync" }]);
  const after = await rowsByTable(owner);
  expect(Object.entries(after).filter(([, rows]) => rows > 0)).toEqual([]);
  for (const table of ["curation_tracks", "period_playlists", "job_log"]) {
    const rows = await db.execute(sql`select 1 from ${sql.identifier(table)}`);
    expect(rows, table).toHaveLength(0);
  }
  expect(await db.execute(sql`select 1 from api_budgets`)).toHaveLength(0);

  const record = await findErasure(db, { erasureId });
  expect(record).toMatchObject({ scope: "account", provider: null });
  expect(record?.finishedAt).not.toBeNull();
  const told = Object.fromEntries(record?.counts.map((row) => [row.table, row]) ?? []);
  expect(told.users).toEqual({ table: "users", before: 1, after: 0 });
  expect(told.user_saved_tracks?.before).toBe(before["user_saved_tracks.connection_id"]);
  expect(record?.counts.every((row) => row.after === 0)).toBe(true);
  expect(JSON.stringify(record)).not.toContain(owner.userId);
});

test("what is another user's, and the catalogue, stays as it is", async () => {
  await createCuration(owner.userId);
  const { user: other } = await createWeek(db);
  const neighbour = { userId: other.id, connectionId: crypto.randomUUID() };
  const before = await rowsByTable(neighbour);
  const tracks = (await db.execute(sql`select 1 from tracks`)).length;
  await deleteAccount(db, { userId: owner.userId });
  expect(await rowsByTable(neighbour)).toEqual(before);
  expect(await db.execute(sql`select 1 from tracks`)).toHaveLength(tracks);
});

test("after an owner the one who has been here longest is the owner, after the last the next", async () => {
  await db.delete(users);
  const first = await insertUser(db, { name: "First", image: null });
  const second = await insertUser(db, { name: "Second", image: null });
  const third = await insertUser(db, { name: "Third", image: null });
  expect([first.role, second.role]).toEqual(["owner", "member"]);
  await deleteAccount(db, { userId: first.id });
  const left = await db.select({ id: users.id, role: users.role }).from(users);
  expect(left.find(({ id }) => id === second.id)?.role).toBe("owner");
  expect(left.find(({ id }) => id === third.id)?.role).toBe("member");

  await deleteAccount(db, { userId: third.id });
  await deleteAccount(db, { userId: second.id });
  expect((await insertUser(db, { name: "New", image: null })).role).toBe("owner");
});
