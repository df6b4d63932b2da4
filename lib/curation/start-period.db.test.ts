import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { collections, curationPeriods, curationTracks, mirrors, userCategories } from "@/db/schema";
import { createStyle, createTrack, createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { startPeriod } from "./start-period";

const now = new Date("2026-11-20T12:00:00Z");
const week = { year: 2026, week: 46 };

test("a week that is collected starts with its tracks, Trash and a Bronze playlist", () =>
  withRollback(async (tx) => {
    const user = await createUser(tx);
    const style = await createStyle(tx, { name: "Techno (Peak Time / Driving)" });
    await tx.insert(collections).values({ styleId: style.id, ...week, status: "complete" });
    await createTrack(tx, { styleId: style.id });
    const start = () => startPeriod(tx, { styleSlug: style.slug, ...week, userId: user.id, now });

    const started = await start();
    expect(started).toMatchObject({ collecting: false, tracks: 1, collectionId: null });
    const [mirror] = await tx.select().from(mirrors).where(eq(mirrors.userId, user.id));
    expect(mirror).toMatchObject({
      kind: "bronze",
      name: "Techno (Peak Time / Driving) 2026-W46 · Bronze",
      periodId: started.periodId,
    });
    expect(started.mirrorIds).toEqual([mirror?.id]);
    const [trash] = await tx.select().from(userCategories);
    expect(trash).toMatchObject({ isTrash: true, name: "Trash", shortcut: "0", color: 0 });

    const again = await start();
    expect(again).toMatchObject({ periodId: started.periodId, mirrorIds: [] });
    expect(await tx.select().from(curationTracks)).toHaveLength(1);
  }));

test("a week that is not collected is asked for once, and waits empty", () =>
  withRollback(async (tx) => {
    const user = await createUser(tx);
    const style = await createStyle(tx);
    const args = { styleSlug: style.slug, ...week, userId: user.id, now };
    const started = await startPeriod(tx, args);
    const [collection] = await tx.select().from(collections);
    expect(started).toMatchObject({
      collecting: true,
      tracks: 0,
      collectionId: collection?.id,
      mirrorIds: [],
    });
    expect(await startPeriod(tx, args)).toMatchObject({ collecting: true, collectionId: null });
  }));

test("unknown styles and weeks that cannot be are refused, and nothing is written", () =>
  withRollback(async (tx) => {
    const user = await createUser(tx);
    const style = await createStyle(tx);
    const start = (styleSlug: string, year: number, number: number) =>
      startPeriod(tx, { styleSlug, year, week: number, userId: user.id, now });
    await expect(start("no-such-style", 2026, 46)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(start(style.slug, 2025, 53)).rejects.toMatchObject({ code: "INVALID" });
    await expect(start(style.slug, 2026, 49)).rejects.toMatchObject({ code: "INVALID" });
    expect(await tx.select().from(curationPeriods)).toEqual([]);
    expect(await tx.select().from(collections)).toEqual([]);
  }));

test("two starts of one week at once make one period with each track once", async () => {
  const user = await createUser(db);
  const style = await createStyle(db);
  await db.insert(collections).values({ styleId: style.id, ...week, status: "complete" });
  await createTrack(db, { styleId: style.id });
  const args = { styleSlug: style.slug, ...week, userId: user.id, now };
  const [one, two] = await Promise.all([startPeriod(db, args), startPeriod(db, args)]);
  expect(one.periodId).toBe(two.periodId);
  const placed = await db
    .select()
    .from(curationTracks)
    .where(eq(curationTracks.periodId, one.periodId));
  expect(placed).toHaveLength(1);
});
