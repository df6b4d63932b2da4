import { afterAll, beforeAll, expect, test } from "vitest";
import { connections } from "@/db/schema";
import { startPlaylists } from "@/db/testing/planned-playlists";
import { canBeAdded } from "./row";

const dj = await startPlaylists();
const { db, userId, uris } = dj;
const { appendState } = await import("@/db/queries/playlists-states");
const { proposeCopy, proposeGroups, proposeMerge, proposeSplit } = await import(
  "./derive-playlists"
);
const { readPlan } = await import("./read-plans");
const { readStates } = await import("./read-states");
const { proposeRestore } = await import("./restore-playlist");
const { proposeUndo } = await import("./undo-plan");

const now = new Date();
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const [a = "", b = "", c = ""] = uris;
const LOCAL = "spotify:local:Somebody:Some+Album:Some+Title:301";
const viewer = { id: userId, role: "member" as const };
beforeAll(() => dj.noFaults());
afterAll(() => dj.close());

async function carryOut(planId: string, from = now) {
  await dj.approve(planId);
  await dj.carryOut(planId, { from });
}

test("a copy, a merge and every kind of split tell how many rows cannot come along", async () => {
  const [playlistId = ""] = await dj.oddPlaylists();
  const held = await dj.rowsOf(playlistId);
  const lost = held.filter((uri) => !canBeAdded(uri)).length;
  expect(lost).toBeGreaterThan(0);
  const from = { userId, playlistId, name: "Odd" };
  const copy = await proposeCopy(db, from);
  expect(copy).toMatchObject({ adds: held.length - lost, lost });
  expect(await readPlan(db, { planId: copy.planId, viewer })).toMatchObject({ lost });

  const other = await dj.make("Other", [a]);
  const merge = { userId, playlistIds: [playlistId, other], name: "Merged" };
  expect(await proposeMerge(db, merge)).toMatchObject({ lost });
  const size = Math.ceil((held.length - lost) / 2);
  const split = await proposeSplit(db, { ...from, size });
  expect(split.map((plan) => plan.lost)).toEqual([0, lost]);
  const groups = await proposeGroups(db, { ...from, by: "key" });
  expect(groups.reduce((sum, plan) => sum + plan.lost, 0)).toBe(lost);
});

test("a playlist that is gone and comes back as a new one tells it too", async () => {
  const playlistId = await dj.make("Gone", []);
  const [connection] = await db.select({ id: connections.id }).from(connections);
  await appendState(db, {
    ...{ userId, connectionId: connection?.id ?? "", playlistId },
    ...{ uris: [a, LOCAL, ""], owners: "hhh", reason: "observed", createdAt: now },
  });
  const { states } = await readStates(db, { userId, playlistId, limit: 1 });
  const wish = { userId, playlistId, name: "Gone", now, isGone: true };
  const plan = await proposeRestore(db, { ...wish, earlier: { stateId: states[0]?.id ?? "" } });
  expect(plan).toMatchObject({ adds: 1, lost: 2 });
});

test("the undo of a copy says that the playlist stays, and keeps what a person put in", async () => {
  const playlistId = await dj.make("Source", [a, b]);
  const copy = await proposeCopy(db, { userId, playlistId, name: "The copy" });
  expect(await readPlan(db, { planId: copy.planId, viewer })).toMatchObject({
    playlistStays: false,
  });
  await carryOut(copy.planId);
  const { playlistId: made } = await readPlan(db, { planId: copy.planId, viewer });

  const emptied = await proposeUndo(db, { planId: copy.planId, userId, now: later(5) });
  const look = { planId: emptied.planId, viewer };
  expect(await readPlan(db, look)).toMatchObject({ playlistStays: true, rowsAfter: 0 });
  await dj.add(made ?? "", [c], 1);
  const kept = await proposeUndo(db, { planId: copy.planId, userId, now: later(6) });
  await carryOut(kept.planId, later(7));
  expect(await dj.rowsOf(made ?? "")).toEqual([c]);
});

test("where nothing can come along, a playlist is not split", async () => {
  const [playlistId = ""] = await dj.oddPlaylists();
  await dj.remove(playlistId, (await dj.rowsOf(playlistId)).filter(canBeAdded));
  const split = proposeSplit(db, { userId, playlistId, name: "Odd", size: 2 });
  await expect(split).rejects.toMatchObject({ code: "INVALID" });
});
