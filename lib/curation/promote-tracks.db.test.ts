import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import type { Db } from "@/db/handle";
import { goldenTracks, mirrors } from "@/db/schema";
import {
  createCurationTrack,
  createGoldenTrack,
  createPeriod,
  createSilverTrack,
  createTrack,
  createWeek,
} from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { moveTracks } from "./move-tracks";
import { promoteTracks } from "./promote-tracks";
import { undoPress } from "./undo-press";

const key = () => crypto.randomUUID();

/** A week with two tracks in the Silver list of its first category. */
async function silverWeek(tx: Db) {
  const week = await createWeek(tx, { tracks: 0 });
  const [category] = week.categories;
  if (!category) throw new Error("the week has no category");
  const silver = [];
  for (let index = 0; index < 2; index += 1) {
    const track = await createTrack(tx, { styleId: week.style.id });
    const place = { periodId: week.period.id, trackId: track.id, categoryId: category.id };
    silver.push({ ...track, curationId: (await createSilverTrack(tx, place)).id });
  }
  const press = { periodId: week.period.id, userId: week.user.id };
  return { ...week, category, silver, press };
}

const goldOf = (tx: Db, categoryId: string) =>
  tx
    .select({ trackId: goldenTracks.trackId, periodId: goldenTracks.periodId })
    .from(goldenTracks)
    .where(eq(goldenTracks.categoryId, categoryId))
    .orderBy(asc(goldenTracks.position));

test("promoted tracks stand last in Gold, in the order given, and stay in Silver", () =>
  withRollback(async (tx) => {
    const { category, silver, press } = await silverWeek(tx);
    const before = await createGoldenTrack(tx, {
      userId: press.userId,
      categoryId: category.id,
      trackId: (await createTrack(tx)).id,
    });
    const trackIds = silver.map(({ curationId }) => curationId).toReversed();
    const answer = await promoteTracks(tx, { ...press, trackIds, idempotencyKey: key() });
    expect(answer.refused).toEqual([]);
    expect(answer.placements.every((track) => track.promoted && track.categoryId)).toBe(true);
    expect((await goldOf(tx, category.id)).map(({ trackId }) => trackId)).toEqual([
      before.trackId,
      silver[1]?.id,
      silver[0]?.id,
    ]);
  }));

test("Bronze, Trash and recordings that Gold holds are refused in words, the others go on", () =>
  withRollback(async (tx) => {
    const { category, silver, press, trash, period } = await silverWeek(tx);
    const [kept, twin] = silver;
    const inPeriod = { periodId: period.id };
    const bronze = await createCurationTrack(tx, {
      ...inPeriod,
      trackId: (await createTrack(tx)).id,
    });
    const trashed = await createSilverTrack(tx, {
      ...inPeriod,
      trackId: (await createTrack(tx)).id,
      categoryId: trash.id,
    });
    const reissue = await createTrack(tx, { recordingKey: twin?.recordingKey ?? "" });
    await createGoldenTrack(tx, {
      userId: press.userId,
      categoryId: category.id,
      trackId: reissue.id,
    });
    const all = {
      ...press,
      trackIds: [bronze.id, trashed.id, twin?.curationId ?? "", kept?.curationId ?? ""],
      idempotencyKey: key(),
    };
    const answer = await promoteTracks(tx, all);
    const reasons = Object.fromEntries(answer.refused.map(({ id, reason }) => [id, reason]));
    expect(reasons).toEqual({
      [bronze.id]: "bronze",
      [trashed.id]: "trash",
      [twin?.curationId ?? ""]: "already_golden",
    });
    expect(answer.refused.map(({ message }) => message)).toContain(
      "Warm-up already holds this recording in Gold.",
    );
    expect((await promoteTracks(tx, all)).refused).toEqual(answer.refused);
    expect(await goldOf(tx, category.id)).toHaveLength(2);
  }));

test("of two pressings of one recording in the same press the first goes to Gold", () =>
  withRollback(async (tx) => {
    const { category, silver, press, period } = await silverWeek(tx);
    const [one] = silver;
    const reissue = await createTrack(tx, { recordingKey: one?.recordingKey ?? "" });
    const second = await createSilverTrack(tx, {
      periodId: period.id,
      trackId: reissue.id,
      categoryId: category.id,
    });
    const answer = await promoteTracks(tx, {
      ...press,
      trackIds: [one?.curationId ?? "", second.id],
      idempotencyKey: key(),
    });
    expect(answer.refused).toMatchObject([{ id: second.id, reason: "already_golden" }]);
  }));

test("moving a promoted track takes it out of Gold, undo brings it back to its old place", () =>
  withRollback(async (tx) => {
    const { category, silver, press, categories } = await silverWeek(tx);
    const trackIds = silver.map(({ curationId }) => curationId);
    await promoteTracks(tx, { ...press, trackIds, idempotencyKey: key() });
    const gold = await goldOf(tx, category.id);

    const moved = await moveTracks(tx, {
      ...press,
      trackIds: trackIds.slice(0, 1),
      categoryId: categories[1]?.id ?? null,
      idempotencyKey: key(),
    });
    expect(moved.placements).toMatchObject([{ promoted: false }]);
    expect(await goldOf(tx, category.id)).toEqual(gold.slice(1));

    const undone = await undoPress(tx, { ...press, idempotencyKey: key() });
    expect(undone).toMatchObject({
      undone: { kind: "moved", tracks: 1 },
      placements: [{ promoted: true, categoryId: category.id }],
    });
    expect(await goldOf(tx, category.id)).toEqual(gold);
  }));

test("undoing a promotion takes back exactly what it added, and the Golden mirror falls behind", () =>
  withRollback(async (tx) => {
    const { category, silver, press } = await silverWeek(tx);
    const [golden] = await tx
      .insert(mirrors)
      .values({ userId: press.userId, kind: "golden", categoryId: category.id, name: "Gold" })
      .returning();
    const trackIds = silver.map(({ curationId }) => curationId);
    const promoted = await promoteTracks(tx, { ...press, trackIds, idempotencyKey: key() });
    const undone = await undoPress(tx, { ...press, idempotencyKey: key() });
    expect([promoted.mirrorIds, undone.mirrorIds]).toEqual([[golden?.id], [golden?.id]]);
    expect(undone.undone).toEqual({ kind: "promoted", tracks: 2 });
    expect(await goldOf(tx, category.id)).toEqual([]);
  }));

test("another user's week cannot be promoted from, nor undone", () =>
  withRollback(async (tx) => {
    const { silver, press } = await silverWeek(tx);
    const stranger = await createWeek(tx);
    const trackIds = silver.map(({ curationId }) => curationId);
    await promoteTracks(tx, { ...press, trackIds, idempotencyKey: key() });
    const theirs = { ...press, userId: stranger.user.id, idempotencyKey: key() };
    await expect(promoteTracks(tx, { ...theirs, trackIds })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(undoPress(tx, theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
  }));

test("two weeks that promote one recording at once leave it in Gold once", async () => {
  const one = await silverWeek(db);
  const [track] = one.silver;
  const later = await createPeriod(db, {
    userId: one.user.id,
    styleId: one.style.id,
    week: 47,
  });
  const reissue = await createTrack(db, { recordingKey: track?.recordingKey ?? "" });
  const second = await createSilverTrack(db, {
    periodId: later.id,
    trackId: reissue.id,
    categoryId: one.category.id,
  });
  const answers = await Promise.all([
    promoteTracks(db, {
      ...one.press,
      trackIds: [track?.curationId ?? ""],
      idempotencyKey: key(),
    }),
    promoteTracks(db, {
      periodId: later.id,
      userId: one.user.id,
      trackIds: [second.id],
      idempotencyKey: key(),
    }),
  ]);
  expect(answers.map(({ refused }) => refused.length).toSorted()).toEqual([0, 1]);
  expect(await goldOf(db, one.category.id)).toHaveLength(1);
});
