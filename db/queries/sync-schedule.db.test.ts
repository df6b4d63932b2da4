import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { saveConnection } from "@/lib/connections/save-connection";
import { findSyncSchedule, saveSyncSchedule } from "./sync-schedule";

const provider = "spotify" as const;
const daily = { provider, isPaused: false, everyHours: 24 };

async function createConnected(db: Db) {
  const { id: userId } = await createUser(db);
  const account = { provider, providerAccountId: userId, access_token: "a", scope: "" };
  await saveConnection(db, { userId, account });
  return userId;
}

test("the next time counts from the last sync, and is never in the past", () =>
  withRollback(async (db) => {
    const userId = await createConnected(db);
    await saveSyncSchedule(db, { ...daily, userId });
    await db.execute(sql`
      insert into sync_runs (connection_id, user_id, provider, trigger, mode, status, created_at)
      select id, user_id, provider, 'schedule', 'full', 'complete', now() - interval '10 hours'
      from connections where user_id = ${userId}::uuid
    `);
    const hoursAway = async (everyHours: number) => {
      await saveSyncSchedule(db, { ...daily, userId, everyHours });
      const [row] = await db.execute<{ hours: number }>(sql`
        select (extract(epoch from next_sync_at - now()) / 3600)::float8 as hours
        from sync_settings
      `);
      return row?.hours;
    };
    expect(await hoursAway(24)).toBeCloseTo(14);
    expect(await hoursAway(12)).toBeCloseTo(2);
    expect(await hoursAway(6)).toBe(0);
  }));

test("a pause is kept, with the hours beside it", () =>
  withRollback(async (db) => {
    const userId = await createConnected(db);
    expect(await findSyncSchedule(db, { userId, provider })).toBeNull();
    await saveSyncSchedule(db, { ...daily, userId, isPaused: true, everyHours: 72 });
    expect(await findSyncSchedule(db, { userId, provider })).toMatchObject({
      isPaused: true,
      everyHours: 72,
    });
  }));

test("nobody sets the schedule of another, or of a connection that was given up", () =>
  withRollback(async (db) => {
    const userId = await createConnected(db);
    const { id: strangerId } = await createUser(db);
    expect(await saveSyncSchedule(db, { ...daily, userId: strangerId })).toBe(false);
    await db.execute(sql`update connections set status = 'disconnected'`);
    expect(await saveSyncSchedule(db, { ...daily, userId })).toBe(false);
    expect(await findSyncSchedule(db, { userId, provider })).toBeNull();
  }));
