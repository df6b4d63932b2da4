import { afterAll, beforeAll, expect, test } from "vitest";
import { updatePlan } from "@/db/queries/playlists-plans";
import { startPlaylists } from "@/db/testing/planned-playlists";
import type { Row } from "./row";

const dj = await startPlaylists();
const { db, userId, uris } = dj;
const { listStates } = await import("@/db/queries/playlists-states");
const { resumePlan } = await import("./halt-plan");
const { proposePlan } = await import("./propose-plan");
const { proposeUndo } = await import("./undo-plan");

const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const rowsOf = (places: readonly string[]) => places.map((uri): Row => ({ uri, by: "curator" }));
const isTooLate = { code: "CONFLICT", message: expect.stringContaining("another plan") };
beforeAll(() => dj.noFaults());
afterAll(() => dj.close());

/** A playlist of three tracks and a plan that adds two. */
async function planned() {
  const playlistId = await dj.make("Set", uris.slice(0, 3));
  const wish = { userId, playlistId, name: "Set", kind: "sort" as const, now };
  const { planId } = await proposePlan(db, wish, () => ({ rows: rowsOf(uris.slice(0, 5)) }));
  return { playlistId, planId, wish };
}

test("a preview that was read while another plan was carried out is refused, and nothing of it is kept", async () => {
  const { playlistId, planId, wish } = await planned();
  const slow = proposePlan(db, { ...wish, now: later(2) }, async ({ rows }) => {
    await dj.approve(planId);
    await dj.carryOut(planId, { from: later(1) });
    return { rows };
  });
  await expect(slow).rejects.toMatchObject(isTooLate);
  expect(await dj.rowsOf(playlistId)).toEqual(uris.slice(0, 5));
  const [newest] = await listStates(db, { userId, playlistId, limit: 1 });
  expect(newest?.rows).toBe(5);
});

test("so is one that another plan was begun meanwhile, and that plan comes out as it was shown", async () => {
  const { playlistId, planId, wish } = await planned();
  const slow = proposePlan(db, { ...wish, now: later(2) }, async ({ rows }) => {
    await dj.approve(planId);
    return { rows };
  });
  await expect(slow).rejects.toMatchObject({ code: "CONFLICT" });
  await dj.carryOut(planId, { from: later(3) });
  expect(await dj.rowsOf(playlistId)).toEqual(uris.slice(0, 5));
});

test("a plan that was made before another one went on is out of date", async () => {
  const { planId } = await planned();
  await dj.approve(planId);
  await updatePlan(db, { planId, userId, status: "failed", startedAt: later(1) });
  const undo = await proposeUndo(db, { planId, userId, now: later(2) });
  await resumePlan(db, { planId, userId });
  await dj.carryOut(planId, { from: later(3) });
  await expect(dj.approve(undo.planId)).rejects.toMatchObject(isTooLate);
});
