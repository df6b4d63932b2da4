import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { curationPeriods, curationTracks, decisions, mirrors } from "@/db/schema";
import { createCategory, createStyle, createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { moveTracks } from "./move-tracks";

const key = () => crypto.randomUUID();

type MadeWeek = Awaited<ReturnType<typeof createWeek>>;
const pressIn = ({ period, user }: MadeWeek) => ({ periodId: period.id, userId: user.id });
const [first, second] = [0, 1];

test("sorting the last Bronze track makes the week SORTED, one coming back opens it again", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx, { tracks: 2 });
    const trackIds = week.tracks.map(({ id }) => id);
    const categoryId = week.categories[first]?.id ?? null;
    const press = pressIn(week);

    const sorted = await moveTracks(tx, { ...press, trackIds, categoryId, idempotencyKey: key() });
    expect(sorted.periodStatus).toBe("SORTED");
    const [returned] = trackIds;
    const back = await moveTracks(tx, {
      ...press,
      trackIds: returned ? [returned] : [],
      categoryId: null,
      idempotencyKey: key(),
    });
    expect(back).toMatchObject({
      periodStatus: "IN_PROGRESS",
      undoable: 2,
      placements: [{ id: returned, categoryId: null, silverPosition: null, promoted: false }],
    });
  }));

test("a closed week that gets Bronze back is closed no longer", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx, { tracks: 1 });
    const press = { ...pressIn(week), trackIds: week.tracks.map(({ id }) => id) };
    await moveTracks(tx, { ...press, categoryId: week.trash.id, idempotencyKey: key() });
    await tx.update(curationPeriods).set({ closedAt: new Date() });
    await moveTracks(tx, { ...press, categoryId: null, idempotencyKey: key() });
    const [period] = await tx.select().from(curationPeriods);
    expect(period).toMatchObject({ status: "IN_PROGRESS", closedAt: null, sortedAt: null });
  }));

test("each track of a press is one decision, and the same key again writes none", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx, { tracks: 3 });
    const press = {
      ...pressIn(week),
      trackIds: week.tracks.map(({ id }) => id),
      categoryId: week.trash.id,
      idempotencyKey: key(),
    };
    const { mirrorIds: _, ...answer } = await moveTracks(tx, press);
    const { mirrorIds, ...again } = await moveTracks(tx, press);
    expect(again).toEqual(answer);
    expect(mirrorIds).toEqual([]);
    const journal = await tx.select({ kind: decisions.kind }).from(decisions);
    expect(journal).toEqual([{ kind: "trashed" }, { kind: "trashed" }, { kind: "trashed" }]);
  }));

test("the mirrors of Bronze and of both Silver lists fall behind, Trash has none", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx, { tracks: 1 });
    const [bronze] = await tx
      .insert(mirrors)
      .values({ userId: week.user.id, kind: "bronze", periodId: week.period.id, name: "Bronze" })
      .returning();
    const press = { ...pressIn(week), trackIds: week.tracks.map(({ id }) => id) };
    const to = async (categoryId: string | null | undefined) => {
      const moved = { ...press, categoryId: categoryId ?? null, idempotencyKey: key() };
      return (await moveTracks(tx, moved)).mirrorIds;
    };
    const namesOf = async (ids: string[]) => {
      const rows = await tx.select({ id: mirrors.id, name: mirrors.name }).from(mirrors);
      return rows.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
    };

    const start = `${week.style.name} 2026-W46`;
    expect(await namesOf(await to(week.categories[first]?.id))).toEqual([
      "Bronze",
      `${start} · Warm-up`,
    ]);
    expect((await namesOf(await to(week.categories[second]?.id))).toSorted()).toEqual([
      `${start} · Peak Time`,
      `${start} · Warm-up`,
    ]);
    expect(await namesOf(await to(week.trash.id))).toEqual([`${start} · Peak Time`]);
    expect(await namesOf(await to(null))).toEqual(["Bronze"]);
    const [row] = await tx
      .select()
      .from(mirrors)
      .where(eq(mirrors.id, bronze?.id ?? ""));
    expect(row?.desiredVersion).toBe(3);
  }));

test("a press on a track that is there already changes no list and leaves nothing to take back", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx, { tracks: 1 });
    const categoryId = week.categories[first]?.id ?? null;
    const press = { ...pressIn(week), trackIds: week.tracks.map(({ id }) => id), categoryId };
    const moved = await moveTracks(tx, { ...press, idempotencyKey: key() });
    const again = await moveTracks(tx, { ...press, idempotencyKey: key() });
    expect(again).toMatchObject({ placements: moved.placements, undoable: 1, mirrorIds: [] });
  }));

test("refuses another user's week, tracks and category, and writes nothing", () =>
  withRollback(async (tx) => {
    const mine = await createWeek(tx);
    const theirs = await createWeek(tx);
    const press = {
      ...pressIn(mine),
      trackIds: mine.tracks.map(({ id }) => id),
      categoryId: mine.trash.id,
      idempotencyKey: key(),
    };
    const refused = { code: "NOT_FOUND" };
    const attempts = [
      { ...press, userId: theirs.user.id },
      { ...press, periodId: theirs.period.id },
      { ...press, trackIds: [...press.trackIds, ...theirs.tracks.map(({ id }) => id)] },
      { ...press, categoryId: theirs.trash.id },
      { ...press, categoryId: key() },
    ];
    for (const attempt of attempts) {
      await expect(moveTracks(tx, attempt)).rejects.toMatchObject(refused);
    }
    expect(await tx.select().from(decisions)).toEqual([]);
  }));

test("refuses a category of another style, and an archived one by its name", () =>
  withRollback(async (tx) => {
    const week = await createWeek(tx);
    const press = { ...pressIn(week), trackIds: week.tracks.map(({ id }) => id) };
    const style = await createStyle(tx);
    const foreign = await createCategory(tx, { userId: week.user.id, styleId: style.id });
    const archived = await createCategory(tx, {
      userId: week.user.id,
      styleId: week.style.id,
      name: "Old",
      archivedAt: new Date(),
    });
    const move = (categoryId: string) =>
      moveTracks(tx, { ...press, categoryId, idempotencyKey: key() });
    await expect(move(foreign.id)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(move(archived.id)).rejects.toMatchObject({
      code: "CONFLICT",
      message: "Old is archived. Restore it to sort into it.",
    });
  }));

test("refuses a key that was spent in another week", () =>
  withRollback(async (tx) => {
    const user = await createUser(tx);
    const [one, other] = [await createWeek(tx), await createWeek(tx)];
    for (const week of [one, other]) {
      await tx
        .update(curationPeriods)
        .set({ userId: user.id })
        .where(eq(curationPeriods.id, week.period.id));
    }
    const idempotencyKey = key();
    const back = (week: MadeWeek) =>
      moveTracks(tx, {
        periodId: week.period.id,
        userId: user.id,
        trackIds: week.tracks.map(({ id }) => id),
        categoryId: null,
        idempotencyKey,
      });
    await back(one);
    await expect(back(other)).rejects.toMatchObject({ code: "CONFLICT" });
  }));

test("two presses at once on one track both count, and the track stands in one place", async () => {
  const week = await createWeek(db, { tracks: 1 });
  const press = { ...pressIn(week), trackIds: week.tracks.map(({ id }) => id) };
  const answers = await Promise.all(
    week.categories.map(({ id }) =>
      moveTracks(db, { ...press, categoryId: id, idempotencyKey: key() }),
    ),
  );
  expect(answers.map(({ undoable }) => undoable).toSorted()).toEqual([1, 2]);
  const [track] = await db
    .select()
    .from(curationTracks)
    .where(eq(curationTracks.periodId, week.period.id));
  expect(track?.status).toBe("SORTED");
});

test("the same press sent twice at once is one press", async () => {
  const week = await createWeek(db, { tracks: 2 });
  const press = {
    ...pressIn(week),
    trackIds: week.tracks.map(({ id }) => id),
    categoryId: week.trash.id,
    idempotencyKey: key(),
  };
  const answers = await Promise.all([moveTracks(db, press), moveTracks(db, press)]);
  expect(answers.map(({ undoable }) => undoable)).toEqual([1, 1]);
  const journal = await db.select().from(decisions).where(eq(decisions.periodId, week.period.id));
  expect(journal).toHaveLength(2);
});
