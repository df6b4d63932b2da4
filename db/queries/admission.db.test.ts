import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { emptyTables } from "@/db/testing/empty-tables";
import { afterAnswer, afterRefusal, type Lane, type Limit } from "@/lib/traffic/pace";
import { ALL_GROUPS, admitRequest, recordFailure, recordRefusal } from "./admission";
import { listBuckets } from "./traffic";

const asking = {
  provider: "spotify",
  group: "search",
  work: { kind: "matching", jobId: null },
} as const;
/** A day long, so that nothing refills or leaves the window while a test runs. */
const limit: Limit = { requests: 40, windowS: 86_400 };

beforeEach(() => emptyTables(db, "provider_requests", "provider_cooldowns", "provider_buckets"));

const admit = (lane: Lane, changes: { limit?: Limit; group?: string } = {}) =>
  admitRequest(db, { ...asking, lane, limit, jitterMs: 0, ...changes });

async function admitted(lane: Lane, count: number, changes: Parameters<typeof admit>[1] = {}) {
  const turns = await Promise.all(Array.from({ length: count }, () => admit(lane, changes)));
  return turns.filter((turn) => turn.admitted).length;
}

/** As if the background had paused for long. */
const rest = () => db.execute(sql`update provider_buckets set tokens = 4`);

const restOf = (scope: string) => ({
  ...asking,
  scope,
  seconds: 0,
  reason: "rate" as const,
  elapsedMs: 0,
});

test("however many ask at once, the window never holds more than its limit", async () => {
  expect(await admitted("interactive", 60)).toBe(40);
  const turn = await admit("interactive");
  expect(turn).toMatchObject({ admitted: false, coolingUntil: null });
  expect(turn.waitMs).toBeGreaterThan(80_000_000);
});

test("the background sends a little at once, then keeps its pace; people are not paced", async () => {
  expect(await admitted("background", 20)).toBe(6);
  expect(await admitted("interactive", 20)).toBe(20);
});

test("a full background leaves room for people, and gives way to them", async () => {
  for (let sent = 0; sent < 39; sent += await admitted("background", 4)) await rest();
  await rest();
  const turns = [await admit("background"), await admit("interactive"), await admit("background")];
  expect(turns.map((turn) => turn.admitted)).toEqual([false, true, false]);
});

test("requests leave the window when it has passed, and the next may go", async () => {
  expect(await admitted("interactive", 60)).toBe(40);
  await db.execute(sql`update provider_buckets set slice = slice - 202`);
  expect(await admitted("interactive", 60)).toBe(0);
  await db.execute(sql`update provider_buckets set slice = slice - 1`);
  expect(await admitted("interactive", 60)).toBe(40);
});

test("a group that was refused for itself is slowed, others are not", async () => {
  for (let times = 0; times < 10; times += 1) await recordRefusal(db, restOf("search"));
  expect(await admitted("interactive", 40, { group: "search" })).toBe(4);
  expect(await admitted("interactive", 60, { group: "playlists" })).toBe(36);
});

test("refusals of requests that were under way together count once", async () => {
  await admit("interactive");
  await recordRefusal(db, restOf(ALL_GROUPS));
  await recordRefusal(db, { ...restOf(ALL_GROUPS), elapsedMs: 60_000 });
  expect((await listBuckets(db))[0]?.share).toBe(0.7);
});

test("a request that failed does not speed up", async () => {
  await admit("interactive");
  await recordRefusal(db, restOf(ALL_GROUPS));
  await admit("interactive");
  await recordFailure(db, { ...asking, limit });
  expect((await listBuckets(db))[0]?.share).toBeCloseTo(0.7, 9);
});

test("the share in the database follows the rule, through any row of answers and refusals", () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.boolean(), { maxLength: 25 }), async (answered) => {
      await emptyTables(db, "provider_cooldowns", "provider_buckets");
      const wide: Limit = { requests: 30, windowS: 0.1 };
      let share = 1;
      for (const fine of answered) {
        if (fine) {
          while (!(await admit("interactive", { limit: wide })).admitted);
          share = afterAnswer(share, wide);
        } else {
          await recordRefusal(db, restOf(ALL_GROUPS));
          share = afterRefusal(share);
        }
      }
      const [bucket] = await db.execute<{ share: number }>(
        sql`select share from provider_buckets where endpoint_group = ${ALL_GROUPS}`,
      );
      if (bucket) expect(bucket.share).toBeCloseTo(Math.min(1, share), 9);
    }),
    { numRuns: 20 },
  ));

test("a changed setting starts a new window", async () => {
  expect(await admitted("interactive", 60)).toBe(40);
  expect(await admitted("interactive", 60, { limit: { requests: 10, windowS: 3600 } })).toBe(10);
});
