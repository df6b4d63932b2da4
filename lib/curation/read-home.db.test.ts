import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { listStylesOf } from "@/db/queries/user-styles";
import { collections, curationPeriods, decisions, userStyles } from "@/db/schema";
import { createStyle, createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { moveTracks } from "./move-tracks";
import { promoteTracks } from "./promote-tracks";
import { readGolden, readGoldenPage } from "./read-golden";
import { readHome, readRail } from "./read-home";
import { readStyleSetup } from "./read-style";

/** Wednesday of W47: the newest release week is W46. */
const now = new Date("2026-11-18T12:00:00Z");

type MadeWeek = Awaited<ReturnType<typeof createWeek>>;

async function followedWeek(tx: Db, tracks = 5) {
  const week = await createWeek(tx, { tracks });
  await tx.insert(userStyles).values({ userId: week.user.id, styleId: week.style.id });
  return week;
}

const pressOn = (week: MadeWeek, from: number, to: number) => ({
  periodId: week.period.id,
  userId: week.user.id,
  trackIds: week.tracks.slice(from, to).map(({ id }) => id),
  idempotencyKey: crypto.randomUUID(),
});

test("a cell counts Bronze, Silver, Gold and Trash of its week", () =>
  withRollback(async (tx) => {
    const week = await followedWeek(tx);
    const categoryId = week.categories[0]?.id ?? null;
    await moveTracks(tx, { ...pressOn(week, 0, 2), categoryId });
    await promoteTracks(tx, pressOn(week, 0, 1));
    await moveTracks(tx, { ...pressOn(week, 2, 3), categoryId: week.trash.id });
    const home = await readHome(tx, { userId: week.user.id, now });
    expect(home.weeks).toHaveLength(6);
    expect(home.weeks[0]).toEqual({ year: 2026, week: 46 });
    expect(home.styles).toHaveLength(1);
    expect(home.styles[0]?.cells).toHaveLength(6);
    expect(home.styles[0]?.cells[0]).toEqual({
      week: { year: 2026, week: 46 },
      collection: null,
      period: { status: "IN_PROGRESS", closed: false },
      counts: { tracks: 5, bronze: 2, silver: 1, gold: 1, trash: 1 },
    });
    expect(home.styles[0]?.cells[5]).toMatchObject({ period: null, counts: { tracks: 0 } });
  }));

test("sorting goes on at the open week touched last, at the pace of the last presses", () =>
  withRollback(async (tx) => {
    const week = await followedWeek(tx, 12);
    const categoryId = week.categories[0]?.id ?? null;
    for (let index = 0; index < 8; index += 1) {
      await moveTracks(tx, { ...pressOn(week, index, index + 1), categoryId });
    }
    const journal = await tx.select({ id: decisions.id }).from(decisions).orderBy(decisions.id);
    for (const [index, { id }] of journal.entries()) {
      const createdAt = new Date(now.getTime() + index * 30_000);
      await tx.update(decisions).set({ createdAt }).where(eq(decisions.id, id));
    }
    const { resume } = await readHome(tx, { userId: week.user.id, now });
    expect(resume).toMatchObject({
      styleSlug: week.style.slug,
      week: { year: 2026, week: 46 },
      left: 4,
      tracks: 12,
      minutesLeft: 2,
      lastTrack: { title: expect.any(String), mixName: "Original Mix" },
    });
  }));

test("nothing is resumed when all is sorted, closed, or somebody else's", () =>
  withRollback(async (tx) => {
    const week = await followedWeek(tx, 1);
    const resumeOf = async (userId: string) => (await readHome(tx, { userId, now })).resume;
    expect(await resumeOf((await createUser(tx)).id)).toBeNull();
    expect(await resumeOf(week.user.id)).toMatchObject({ left: 1 });
    await moveTracks(tx, { ...pressOn(week, 0, 1), categoryId: week.trash.id });
    expect(await resumeOf(week.user.id)).toBeNull();
  }));

test("the rail tells each style's newest week: what waits, what is done", () =>
  withRollback(async (tx) => {
    const week = await followedWeek(tx, 1);
    const waiting = await createStyle(tx);
    await tx.insert(userStyles).values({ userId: week.user.id, styleId: waiting.id, position: 2 });
    const rail = async () =>
      (await readRail(tx, { userId: week.user.id, now })).styles.map(({ state, left }) => ({
        state,
        left,
      }));

    expect(await rail()).toEqual([
      { state: "sorting", left: 1 },
      { state: "not_started", left: 0 },
    ]);
    const collection = { styleId: waiting.id, year: 2026, week: 46 };
    await tx.insert(collections).values({ ...collection, status: "running" });
    await moveTracks(tx, { ...pressOn(week, 0, 1), categoryId: week.trash.id });
    expect(await rail()).toEqual([
      { state: "sorted", left: 0 },
      { state: "collecting", left: 0 },
    ]);
    await tx.update(collections).set({ status: "complete", stored: 88 });
    await tx.update(curationPeriods).set({ closedAt: now });
    expect(await rail()).toEqual([
      { state: "closed", left: 0 },
      { state: "not_started", left: 88 },
    ]);
  }));

test("styles, their set-up and Golden lists count the DJ's own only", () =>
  withRollback(async (tx) => {
    const week = await followedWeek(tx, 2);
    const stranger = await createWeek(tx);
    const categoryId = week.categories[1]?.id ?? "";
    await moveTracks(tx, { ...pressOn(week, 0, 2), categoryId });
    await promoteTracks(tx, pressOn(week, 0, 2));
    const [mine, theirs] = [{ userId: week.user.id }, { userId: stranger.user.id }];

    const seen = async (owner: { userId: string }) =>
      (await listStylesOf(tx, owner)).find(({ id }) => id === week.style.id);
    expect(await seen(mine)).toMatchObject({ followed: true, categories: 2, golden: 2 });
    expect(await seen(theirs)).toMatchObject({ followed: false, categories: 0, golden: 0 });

    const setup = await readStyleSetup(tx, { styleSlug: week.style.slug, ...mine });
    expect(setup?.categories).toMatchObject([
      { name: "Warm-up", golden: 0 },
      { name: "Peak Time", golden: 2 },
      { name: "Trash", isTrash: true, mirror: null },
    ]);
    expect(await readStyleSetup(tx, { styleSlug: "none", ...mine })).toBeNull();

    expect(await readGolden(tx, mine)).toMatchObject([
      { name: "Warm-up", tracks: 0, newestAt: null },
      { name: "Peak Time", tracks: 2, newestAt: expect.any(String) },
    ]);
    const page = await readGoldenPage(tx, { ...mine, categoryId });
    expect(page?.tracks).toMatchObject([
      { fromWeek: { year: 2026, week: 46 }, spotify: { status: "pending" } },
      { fromWeek: { year: 2026, week: 46 } },
    ]);
    expect(await readGoldenPage(tx, { ...theirs, categoryId })).toBeNull();
  }));
