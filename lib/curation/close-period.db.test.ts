import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { createUser, createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { closePeriod } from "./close-period";
import { moveTracks } from "./move-tracks";
import { promoteTracks } from "./promote-tracks";
import { undoPress } from "./undo-press";

const now = new Date("2026-11-20T12:00:00Z");

async function sortedWeek(tx: Db) {
  const week = await createWeek(tx, { tracks: 4 });
  const owner = { periodId: week.period.id, userId: week.user.id };
  const ids = week.tracks.map(({ id }) => id);
  const key = () => ({ ...owner, idempotencyKey: crypto.randomUUID() });
  const [warmUp, peakTime] = week.categories.map(({ id }) => id);
  await moveTracks(tx, { ...key(), trackIds: ids.slice(0, 2), categoryId: warmUp ?? null });
  await moveTracks(tx, { ...key(), trackIds: ids.slice(2, 3), categoryId: peakTime ?? null });
  await promoteTracks(tx, { ...key(), trackIds: ids.slice(0, 1) });
  await moveTracks(tx, { ...key(), trackIds: ids.slice(3), categoryId: peakTime ?? null });
  await undoPress(tx, key());
  return { ...week, owner, ids, key };
}

test("closing tells what the week came to, and closing again tells the same", () =>
  withRollback(async (tx) => {
    const { owner, ids, key, trash } = await sortedWeek(tx);
    await moveTracks(tx, { ...key(), trackIds: ids.slice(3), categoryId: trash.id });
    const summary = await closePeriod(tx, { ...owner, now });
    expect(summary).toMatchObject({
      tracks: 4,
      lanes: { new: 4, seen_before: 0, back_catalogue: 0, compilation: 0, not_on_spotify: 0 },
      categories: [
        { name: "Warm-up", kept: 2, promoted: 1 },
        { name: "Peak Time", kept: 1, promoted: 0 },
      ],
      kept: 3,
      trashed: 1,
      promoted: 1,
      presses: 5,
      undone: 1,
      minutes: 0,
      closedAt: now.toISOString(),
    });
    const later = new Date(now.getTime() + 3_600_000);
    expect(await closePeriod(tx, { ...owner, now: later })).toEqual(summary);
  }));

test("a week with Bronze left, an empty one and another user's cannot be closed", () =>
  withRollback(async (tx) => {
    const { owner } = await sortedWeek(tx);
    await expect(closePeriod(tx, { ...owner, now })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "1 track is still Bronze. The week closes when all are sorted.",
    });
    const empty = await createWeek(tx, { tracks: 0 });
    const emptyOwner = { periodId: empty.period.id, userId: empty.user.id };
    await expect(closePeriod(tx, { ...emptyOwner, now })).rejects.toMatchObject({
      code: "CONFLICT",
      message: "This week holds no tracks yet.",
    });
    const stranger = await createUser(tx);
    await expect(closePeriod(tx, { ...owner, userId: stranger.id, now })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
  }));
