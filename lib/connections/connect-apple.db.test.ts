import { sql } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { startAppleListener } from "@/db/testing/apple-listener";
import { emptyTables } from "@/db/testing/empty-tables";
import { createUser } from "@/db/testing/factories";
import { LIBRARY_SCOPES, runSync } from "@/db/testing/listener";

const listener = await startAppleListener();
const { db } = await import("@/db/client");
const { listErasures } = await import("@/db/queries/erasures");
const { env } = await import("@/lib/env");
const { accessTokenFor } = await import("./access-token");
const { makeState } = await import("./connect-state");
const { disconnectProvider } = await import("./disconnect-provider");
const { eraseConnection } = await import("./erase-connection");
const { returnFromApple } = await import("./return-from-apple");
const { saveConnection } = await import("./save-connection");

const provider = "apple" as const;
const now = new Date();
let userId = "";

afterAll(() => listener.close());
beforeEach(async () => {
  await emptyTables(db, "users", "jobs", "erasures", "provider_cooldowns");
  userId = (await createUser(db)).id;
});

const leave = () => makeState({ userId, secret: env.TOKEN_KEY, now });
const tokenOf = (back: URL) => back.searchParams.get("music_user_token");
const connections = () =>
  db.execute<{ id: string; provider: string; status: string }>(
    sql`select id, provider::text, status::text from connections order by provider`,
  );

async function connect() {
  const { state, proof } = leave();
  const back = await listener.consent({ state });
  expect(back.searchParams.get("state")).toBe(state);
  return returnFromApple(db, { userId, state, proof, token: tokenOf(back), now });
}

test("who comes back with their state is connected, and the first sync is asked for", async () => {
  const connected = await connect();
  expect(connected).toEqual({ syncId: expect.any(String) });
  const token = await accessTokenFor(db, { userId, provider });
  expect(token.token).toMatch(/^0\./);
  const [row] = await db.execute<{ text: string; days: number }>(sql`
    select connections::text as text,
      extract(day from access_token_expires_at - authorized_at)::int as days from connections
  `);
  expect(row?.text).not.toContain(token.token);
  expect(row?.days).toBeGreaterThan(175);
  expect(await db.execute(sql`select trigger::text, provider::text from sync_runs`)).toEqual([
    { trigger: "connect", provider },
  ]);
});

test("connecting again renews the one connection and its six months", async () => {
  await connect();
  await db.execute(sql`update connections set authorized_at = now() - interval '170 days',
    status = 'needs_reconnect'`);
  await connect();
  const [row, ...others] = await db.execute<{ status: string; fresh: boolean }>(sql`
    select status::text, authorized_at > now() - interval '1 minute' as fresh from connections
  `);
  expect(row).toEqual({ status: "active", fresh: true });
  expect(others).toEqual([]);
});

test.each([
  ["no state", { state: "" }],
  ["a state of somebody else's", { ...makeState({ userId: "x", secret: env.TOKEN_KEY, now }) }],
  ["another browser's proof", { proof: "x".repeat(43) }],
  ["no token", { token: null }],
])("who comes back with %s is not connected", async (_what, changes) => {
  const token = await listener.agree();
  const back = { userId, ...leave(), token, now, ...changes };
  expect(await returnFromApple(db, back)).toEqual({ problem: "apple-denied" });
  expect(await connections()).toEqual([]);
});

test("a token that Apple does not know, no answer, or a refused key connects nobody", async () => {
  const token = `0.${"x".repeat(60)}`;
  expect(await returnFromApple(db, { userId, ...leave(), token, now })).toEqual({
    problem: "apple-refused",
  });
  await listener.fail({ kind: "status", status: 500, match: { path: "storefront" } });
  expect(await connect()).toEqual({ problem: "apple-unanswered" });
  await listener.heal();
  await listener.fail({ kind: "unauthorized", match: { path: "storefront" } });
  expect(await connect()).toEqual({ problem: "apple-setup" });
  await listener.heal();
  expect(await connections()).toEqual([]);
});

test("consent that has ended is asked for anew", async () => {
  await connect();
  const inSevenMonths = new Date(now.getTime() + 215 * 86_400_000);
  await expect(accessTokenFor(db, { userId, provider, now: inSevenMonths })).rejects.toMatchObject({
    code: "RECONNECT",
  });
  expect(await connections()).toMatchObject([{ provider, status: "needs_reconnect" }]);
});

test("disconnecting erases everything from Apple Music, proves it, and leaves Spotify alone", async () => {
  await saveConnection(db, {
    userId,
    account: {
      provider: "spotify",
      providerAccountId: "mira.okafor",
      access_token: (await listener.signIn("mira.okafor", LIBRARY_SCOPES)).access_token,
      scope: LIBRARY_SCOPES,
    },
    profile: { profileId: "mira.okafor", displayName: "Mira" },
  });
  await connect();
  await db.execute(sql`update sync_runs set status = 'cancelled'`);
  await runSync(db, { userId });
  await runSync(db, { userId, provider });

  const rowsOf = async (connectionId: string) => {
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
  };
  const [apple, spotify] = await connections();
  const [kept, given] = [spotify?.id ?? "", apple?.id ?? ""];
  const before = await rowsOf(kept);
  expect((await rowsOf(given)).user_top_albums).toBeGreaterThan(0);

  await disconnectProvider(db, { viewer: { id: userId, role: "member" }, provider });
  await eraseConnection(db, { connectionId: given, userId, provider });
  expect(Object.values(await rowsOf(given)).every((rows) => rows === 0)).toBe(true);
  expect(await rowsOf(kept)).toEqual(before);
  expect(await connections()).toMatchObject([{ provider: "spotify", status: "active" }]);
  const [record] = await listErasures(db, { userId, limit: 1 });
  expect(record).toMatchObject({ provider, finishedAt: expect.any(Date) });
  for (const table of ["user_top_albums", "user_recent_tracks", "user_recently_added"]) {
    const counted = record?.counts.find((one) => one.table === table);
    expect(counted?.before).toBeGreaterThan(0);
    expect(counted?.after).toBe(0);
  }
  expect(await db.execute(sql`select name from users`)).toEqual([{ name: expect.any(String) }]);
});
