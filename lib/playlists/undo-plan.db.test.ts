import { afterAll, beforeAll, expect, test } from "vitest";
import { updatePlan } from "@/db/queries/playlists-plans";
import { startPlaylists } from "@/db/testing/planned-playlists";
import type { Row } from "./row";

const dj = await startPlaylists();
const { db, userId, uris } = dj;
const { proposePlan } = await import("./propose-plan");
const { proposeRules } = await import("./propose-rules");
const { proposeUndo } = await import("./undo-plan");
const [a = "", b = "", c = "", d = "", hand = ""] = uris;
const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
beforeAll(() => dj.noFaults());
afterAll(() => dj.close());

const byHand = (held: readonly string[]) => held.map((uri): Row => ({ uri, by: "curator" }));

/** A plan that is approved, and a track that a person adds before its first write. */
async function beginChange() {
  const playlistId = await dj.make("Set", [a, b, c]);
  const wish = { userId, playlistId, name: "Set", kind: "sort" as const, now };
  const { planId } = await proposePlan(db, wish, () => ({ rows: byHand([c, d, a]) }));
  await dj.approve(planId);
  await dj.add(playlistId, [hand], 1);
  return { playlistId, planId };
}

async function undo(planId: string) {
  const plan = await proposeUndo(db, { planId, userId, now: later(10) });
  await dj.approve(plan.planId);
  await dj.carryOut(plan.planId, { from: later(11) });
}

test("an undo keeps what a person added between the preview and the end of the change", async () => {
  const { playlistId, planId } = await beginChange();
  await dj.carryOut(planId, { from: later(2) });
  expect((await dj.rowsOf(playlistId)).toSorted()).toEqual([a, c, d, hand].toSorted());
  await undo(planId);
  expect(await dj.rowsOf(playlistId)).toEqual([a, hand, b, c]);
});

test("so does the undo of a change that was broken off", async () => {
  const { playlistId, planId } = await beginChange();
  await updatePlan(db, { planId, userId, status: "failed", startedAt: later(1) });
  await undo(planId);
  expect(await dj.rowsOf(playlistId)).toEqual([a, hand, b, c]);
});

test("what a person brings back by undo is theirs: the rules do not take it out again", async () => {
  const playlistId = await dj.make("Rules", []);
  const update = async (desired: string[], minutes: number) => {
    const wish = { userId, playlistId, name: "Rules", desired, mayRemove: () => true };
    const { planId } = await proposeRules(db, { ...wish, now: later(minutes) });
    await dj.approve(planId);
    await dj.carryOut(planId, { from: later(minutes + 1) });
    return planId;
  };
  await update([a, b, c], 0);
  await undo(await update([a], 5));
  expect(await dj.rowsOf(playlistId)).toEqual([a, b, c]);
  await update([d], 20);
  expect(await dj.rowsOf(playlistId)).toEqual([b, c, d]);
});

test("an undo keeps the order that a person made in Spotify since", async () => {
  const playlistId = await dj.make("Order", [a, b, a, c, d]);
  const wish = { userId, playlistId, name: "Order", kind: "dedupe" as const, now };
  const { planId } = await proposePlan(db, wish, () => ({ rows: byHand([a, b, c, d]) }));
  await dj.approve(planId);
  await dj.carryOut(planId, { from: later(1) });
  await dj.remove(playlistId, [d]);
  await dj.add(playlistId, [d], 0);
  const plan = await proposeUndo(db, { planId, userId, now: later(10) });
  expect(plan).toMatchObject({ adds: 1, removes: 0, moves: 0 });
  await dj.approve(plan.planId);
  await dj.carryOut(plan.planId, { from: later(11) });
  expect(await dj.rowsOf(playlistId)).toEqual([d, a, b, a, c]);
});
