import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { findHistory, listDays } from "@/db/queries/history-days";
import { findTimeZone, listStillRecounts } from "@/db/queries/plays-recounts";
import { addToSums } from "@/db/queries/plays-sums";
import { emptyTables } from "@/db/testing/empty-tables";
import { createUser } from "@/db/testing/factories";
import { cancelJob } from "@/lib/jobs/cancel-job";
import { retryJob } from "@/lib/jobs/retry-job";
import { beginRecount, failRecount, goOnRecounting } from "./recount-plays";
import { setTimeZone } from "./set-time-zone";

const PLAYS = 41_000;
let own = { userId: "" };
beforeEach(async () => {
  await emptyTables(db, "users", "jobs");
  own = { userId: (await createUser(db)).id };
});

/** One play a minute, from 22:00 in UTC on. */
async function hear(plays: number) {
  const [connection] = await db.execute<{ id: string }>(sql`
    insert into connections (user_id, provider, account_id)
    values (${own.userId}, 'spotify', 'mira') returning id
  `);
  const connectionId = connection?.id ?? "";
  await db.execute(sql`
    insert into user_recently_played (connection_id, provider, source, played_at, external_id,
      track_name, artist_name, ms_played)
    select ${connectionId}::uuid, 'spotify', 'export',
      '2026-06-01T22:00Z'::timestamptz + make_interval(mins => n), n % 9, 'Track', 'One', 40000
    from generate_series(0, ${plays}::int - 1) as n
  `);
  await db.transaction((tx) => addToSums(tx, { connectionId }));
}

const firstDay = async () => {
  const period = { ...own, from: "2026-01-01", to: "2027-01-01" };
  return (await listDays(db, period))[0];
};
const inUtc = { day: "2026-06-01", plays: 120, ms: 120 * 40_000 };
const inBerlin = { day: "2026-06-02", plays: 1440, ms: 1440 * 40_000 };
const wish = () => setTimeZone(db, { ...own, timeZone: "Europe/Berlin" });
const jobNow = async () => (await db.execute(sql`select id, status, done, total from jobs`))[0];

test("in whose days a person is counted is known once it was said, and of nobody else", async () => {
  const other = { userId: (await createUser(db)).id };
  expect(await findTimeZone(db, own)).toBeNull();
  await wish();
  expect([await findTimeZone(db, own), await findTimeZone(db, other)]).toEqual([
    "Europe/Berlin",
    null,
  ]);
});

test("few plays are counted at once, and make no job", async () => {
  await hear(1_500);
  expect(await firstDay()).toEqual(inUtc);
  expect(await wish()).toEqual({ isCounting: false });
  expect(await firstDay()).toEqual({ ...inBerlin, plays: 1_440 });
  expect(await findHistory(db, own)).toMatchObject({ timeZone: "Europe/Berlin", recounted: null });
  expect(await jobNow()).toBeUndefined();
});

test("many are counted in the background: the old days are shown until the new ones are whole", async () => {
  await hear(PLAYS);
  expect(await wish()).toEqual({ isCounting: true });
  const run = { ...own, runId: "run" };
  await beginRecount(db, run);
  const seen: (number | null)[] = [];
  for (let more = true; more; ) {
    const { timeZone, recounted } = await findHistory(db, own);
    seen.push(recounted);
    expect(await firstDay()).toEqual(timeZone === "UTC" ? inUtc : inBerlin);
    more = (await goOnRecounting(db, run, { stepMs: 0 })).more;
  }
  expect(seen.slice(0, 4)).toEqual([0, 20_000 / PLAYS, 40_000 / PLAYS, 1]);
  expect(await firstDay()).toEqual(inBerlin);
  expect(await findHistory(db, own)).toMatchObject({ timeZone: "Europe/Berlin", recounted: null });
  expect(await jobNow()).toMatchObject({ status: "done", done: PLAYS, total: PLAYS });
});

test("a counting that was stopped changes nothing more; tried again, it goes on where it stood", async () => {
  await hear(PLAYS);
  await wish();
  const viewer = { id: own.userId, role: "member" } as const;
  const run = { ...own, runId: "run-1" };
  await beginRecount(db, run);
  await goOnRecounting(db, run, { stepMs: 0 });
  const jobId = String((await jobNow())?.id);
  await cancelJob(db, { jobId, viewer });
  await expect(goOnRecounting(db, run)).rejects.toMatchObject({ code: "CONFLICT" });
  expect(await firstDay()).toEqual(inUtc);
  expect(await findHistory(db, own)).toMatchObject({ timeZone: "UTC", recounted: null });
  await retryJob(db, { jobId, viewer });
  const next = { ...own, runId: "run-2" };
  await beginRecount(db, next);
  while ((await goOnRecounting(db, next)).more);
  expect(await firstDay()).toEqual(inBerlin);
  expect(await jobNow()).toMatchObject({ status: "done", done: PLAYS - 20_000 });
});

test("one whose run gave up, or was never heard of, is told and taken up again", async () => {
  await hear(PLAYS);
  await wish();
  const still = () => listStillRecounts(db, { minutes: 5, limit: 9 });
  expect(await still()).toEqual([]);
  await db.execute(sql`update jobs set updated_at = now() - interval '6 minutes'`);
  expect(await still()).toEqual([own]);
  await beginRecount(db, { ...own, runId: "run" });
  await failRecount(db, { ...own, runId: "run", problem: "It stopped." });
  expect(await jobNow()).toMatchObject({ status: "failed" });
  expect(await wish()).toEqual({ isCounting: true });
});
