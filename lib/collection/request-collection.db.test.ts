import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { claimStandingStill, endCollection } from "@/db/queries/collections";
import { waitJob } from "@/db/queries/jobs";
import { collections, jobs, userStyles } from "@/db/schema";
import { emptyTables } from "@/db/testing/empty-tables";
import { createStyle, createUser } from "@/db/testing/factories";
import { beginCollection } from "./begin-collection";
import { requestCollection } from "./request-collection";
import { requestFollowedWeeks } from "./request-followed-weeks";

const week = { year: 2026, week: 46 };
const runId = "run";

beforeEach(async () => {
  await emptyTables(db, "styles", "collections", "jobs", "users");
});

async function ended(status: "complete" | "partial" | "failed" | "cancelled") {
  const style = await createStyle(db, { name: "Techno" });
  const { collection } = await requestCollection(db, { styleId: style.id, ...week });
  await endCollection(db, { collectionId: collection.id, status, problem: null });
  await db.update(jobs).set({ status: "done" });
  return { styleId: style.id, ...week };
}

test("many wishes for a week are one collection, one job and one announcement", async () => {
  const style = await createStyle(db, { name: "Techno" });
  const wish = { styleId: style.id, ...week };
  const answers = await Promise.all([1, 2, 3, 4].map(() => requestCollection(db, wish)));
  expect(answers.filter(({ announce }) => announce)).toHaveLength(1);
  expect(new Set(answers.map(({ collection }) => collection.id)).size).toBe(1);
  expect(await db.select().from(jobs)).toMatchObject([
    { title: "Techno 2026-W46", status: "queued", userId: null },
  ]);
});

test.each([
  ["complete", {}, false],
  ["partial", {}, false],
  ["failed", {}, true],
  ["cancelled", {}, true],
  ["complete", { refresh: true }, true],
  ["partial", { refresh: true }, true],
] as const)("a %s week wished for with %j starts over: %s", async (status, how, startsOver) => {
  const wish = await ended(status);
  const { collection, announce } = await requestCollection(db, { ...wish, ...how });
  expect(announce).toBe(startsOver);
  expect(collection.status).toBe(startsOver ? "queued" : status);
  const [row] = await db.select().from(collections);
  expect(row).toMatchObject({ status: collection.status, generation: startsOver ? 2 : 1 });
});

test("a week that is on its way is not started over", async () => {
  const style = await createStyle(db);
  const wish = { styleId: style.id, ...week, refresh: true };
  const { collection } = await requestCollection(db, wish);
  await beginCollection(db, { collectionId: collection.id, runId });
  expect(await requestCollection(db, wish)).toMatchObject({ announce: false });
  expect(await beginCollection(db, { collectionId: collection.id, runId })).not.toBeNull();
});

test("an unknown style and a week that does not exist are refused, and nothing is written", async () => {
  const style = await createStyle(db);
  await expect(requestCollection(db, { styleId: randomUUID(), ...week })).rejects.toMatchObject({
    code: "NOT_FOUND",
  });
  for (const odd of [0, 54, 1.5]) {
    await expect(
      requestCollection(db, { styleId: style.id, year: 2026, week: odd }),
    ).rejects.toMatchObject({ code: "INVALID" });
  }
  expect(await db.$count(collections)).toBe(0);
  expect(await beginCollection(db, { collectionId: randomUUID(), runId })).toBeNull();
});

test("the calendar asks for the newest week and the one before, of followed styles only", async () => {
  const [followed] = [await createStyle(db), await createStyle(db)];
  for (const user of [await createUser(db), await createUser(db)]) {
    await db.insert(userStyles).values({ userId: user.id, styleId: followed.id });
  }
  const now = new Date("2026-11-20T06:00:00Z");
  expect(await requestFollowedWeeks(db, { now })).toHaveLength(2);
  expect(await requestFollowedWeeks(db, { now })).toHaveLength(0);
  const rows = await db.select().from(collections).orderBy(collections.week);
  expect(rows.map(({ styleId, week: number }) => [styleId, number])).toEqual([
    [followed.id, 46],
    [followed.id, 47],
  ]);
});

test("a collection that stands still is found once, one that waits for Beatport is left alone", async () => {
  const style = await createStyle(db);
  const { collection } = await requestCollection(db, { styleId: style.id, ...week });
  const age = () => db.update(collections).set({ updatedAt: sql`now() - interval '6 minutes'` });
  expect(await claimStandingStill(db, { minutes: 5 })).toEqual([]);
  await age();
  expect(await claimStandingStill(db, { minutes: 5 })).toEqual([collection.id]);
  expect(await claimStandingStill(db, { minutes: 5 })).toEqual([]);

  await beginCollection(db, { collectionId: collection.id, runId });
  await age();
  await waitJob(db, {
    kind: "collection",
    subjectId: collection.id,
    runId,
    until: new Date(Date.now() + 3_600_000),
    message: "Beatport asks us to wait.",
  });
  expect(await claimStandingStill(db, { minutes: 5 })).toEqual([]);
});
