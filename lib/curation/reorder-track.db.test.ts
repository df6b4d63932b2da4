import { expect, test } from "vitest";
import type { Db } from "@/db/handle";
import { listSilver } from "@/db/queries/curation";
import { curationTracks } from "@/db/schema";
import { createWeek } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { moveTracks } from "./move-tracks";
import { promoteTracks } from "./promote-tracks";
import { reorderTrack } from "./reorder-track";
import { undoPress } from "./undo-press";

async function silverWeek(tx: Db, tracks = 3) {
  const week = await createWeek(tx, { tracks });
  const owner = { periodId: week.period.id, userId: week.user.id };
  const categoryId = week.categories[0]?.id ?? "";
  const ids = week.tracks.map(({ id }) => id);
  const move = { ...owner, trackIds: ids, categoryId, idempotencyKey: crypto.randomUUID() };
  await moveTracks(tx, move);
  const order = async () =>
    (await listSilver(tx, { ...owner, categoryId })).map(({ id }) => ids.indexOf(id));
  const put = (track: number, after: number | null) =>
    reorderTrack(tx, {
      ...owner,
      trackId: ids[track] ?? "",
      afterId: after === null ? null : (ids[after] ?? ""),
    });
  return { ...week, owner, ids, order, put };
}

test("a track goes first, between and last, and the same again changes nothing", () =>
  withRollback(async (tx) => {
    const { order, put } = await silverWeek(tx);
    await put(2, null);
    expect(await order()).toEqual([2, 0, 1]);
    await put(2, 0);
    await put(2, 0);
    expect(await order()).toEqual([0, 2, 1]);
    await put(0, 1);
    expect(await order()).toEqual([2, 1, 0]);
  }));

test("a list in which two tracks share a place is spread anew", () =>
  withRollback(async (tx) => {
    const { order, put } = await silverWeek(tx);
    await tx.update(curationTracks).set({ silverPosition: "a0" });
    const [first, , last] = await order();
    const answer = await put(last ?? 0, first ?? 0);
    expect(answer.placements).toHaveLength(3);
    expect((await order()).slice(0, 2)).toEqual([first, last]);
  }));

test("taking a promotion back leaves a newer order of the list alone", () =>
  withRollback(async (tx) => {
    const { order, put, owner, ids } = await silverWeek(tx);
    const press = () => ({ ...owner, idempotencyKey: crypto.randomUUID() });
    await promoteTracks(tx, { ...press(), trackIds: ids });
    await put(2, null);
    await undoPress(tx, press());
    expect(await order()).toEqual([2, 0, 1]);
  }));

test("Bronze tracks, tracks of other lists and other users' weeks are refused", () =>
  withRollback(async (tx) => {
    const { put, owner, ids, trash } = await silverWeek(tx);
    const stranger = await createWeek(tx);
    const [first = "", second = ""] = ids;
    await expect(
      reorderTrack(tx, { ...owner, userId: stranger.user.id, trackId: first, afterId: null }),
    ).rejects.toMatchObject({ code: "NOT_FOUND" });
    const away = { ...owner, trackIds: [second], idempotencyKey: crypto.randomUUID() };
    await moveTracks(tx, { ...away, categoryId: trash.id });
    await expect(put(0, 1)).rejects.toMatchObject({ code: "CONFLICT" });
    await moveTracks(tx, { ...away, categoryId: null, idempotencyKey: crypto.randomUUID() });
    await expect(put(1, null)).rejects.toMatchObject({ code: "CONFLICT" });
  }));
