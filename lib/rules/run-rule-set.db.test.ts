import { afterAll, expect, test } from "vitest";
import { findPlan } from "@/db/queries/playlists-plans";
import { findRuleSet, updateRuleSet } from "@/db/queries/rule-sets";
import { claimDueRuleSets, findTarget } from "@/db/queries/rule-sets-targets";
import { createUser } from "@/db/testing/factories";
import { startRules } from "@/db/testing/ruled-playlists";

const dj = await startRules();
const { db, userId, uris, start, later, makeSet, approveAndCarryOut: carryOut } = dj;
const { discardPlan } = await import("@/lib/playlists/approve-plan");
const { scheduleRuleSet } = await import("./edit-rule-set");
const { overrideTrack } = await import("./override-track");
const { proposeRuleSet } = await import("./propose-rule-set");
const { runRuleSet, settleRun } = await import("./run-rule-set");
const { unfollowRuleSet } = await import("./unfollow-rule-set");

const [, b = "", c = "", d = "", hand = ""] = uris;
const always = { scheduleHours: 24, automatic: true, removalThreshold: 100 };
afterAll(() => dj.close());

test("by itself it writes what it may, and asks when more would go than agreed", async () => {
  const own = await makeSet("Automatic");
  const playlistId = await dj.make("Automatic", []);
  const first = await proposeRuleSet(db, {
    ...{ ...own, playlistId, name: "Automatic", follows: true, now: start },
  });
  await carryOut(first.planId, start);
  const schedule = { scheduleHours: 24, automatic: true, removalThreshold: 1 };
  await scheduleRuleSet(db, { ...own, ...schedule, now: start });
  expect(await runRuleSet(db, { ...own, now: later(24) })).toMatchObject({ outcome: "nothing" });

  await overrideTrack(db, { ...own, recordingKey: "isrc:0", kind: "exclude", position: null });
  const one = await runRuleSet(db, { ...own, now: later(48) });
  expect(one.outcome).toBe("approved");
  await dj.carryOut(one.planId ?? "", { from: later(48) });
  expect(await dj.rowsOf(playlistId)).toEqual([b, c, d]);

  for (const recordingKey of ["isrc:1", "isrc:2"]) {
    await overrideTrack(db, { ...own, recordingKey, kind: "exclude", position: null });
  }
  const two = await runRuleSet(db, { ...own, now: later(72) });
  expect(two.outcome).toBe("asks");
  expect(await findPlan(db, { planId: two.planId ?? "", userId })).toMatchObject({
    ...{ status: "proposed", removes: 2 },
  });
  expect((await findRuleSet(db, own))?.nextRunAt).toEqual(later(96));
});

test("what is due is taken up once, and again when it was not finished", async () => {
  const own = await makeSet("Due");
  const wish = { ...own, playlistId: null, name: "D", follows: true, now: start };
  await dj.approve((await proposeRuleSet(db, wish)).planId);
  await updateRuleSet(db, { ...own, scheduleHours: 1, nextRunAt: later(1) });
  const claim = (hours: number) =>
    claimDueRuleSets(db, { now: later(hours), again: later(hours + 0.2), limit: 9 });
  expect(await claim(0.5)).toEqual([]);
  expect(await claim(1)).toEqual([own]);
  expect(await claim(1.1)).toEqual([]);
  expect(await claim(1.3)).toEqual([own]);
});

test("a playlist that was only looked at does not follow: nothing runs for it", async () => {
  const own = await makeSet("Looked at");
  const playlistId = await dj.make("Looked at", [hand]);
  const wish = { ...own, playlistId, name: "Looked at", follows: true, now: start };
  const first = await proposeRuleSet(db, wish);
  await scheduleRuleSet(db, { ...own, ...always, now: start });
  expect(await findTarget(db, own)).toBeNull();
  await discardPlan(db, { planId: first.planId, userId });
  expect(await findTarget(db, own)).toBeNull();
  const nothing = { outcome: "nothing", planId: null };
  expect(await runRuleSet(db, { ...own, now: later(24) })).toEqual(nothing);
  const claimed = await claimDueRuleSets(db, { now: later(99), again: later(100), limit: 99 });
  expect(claimed).not.toContainEqual(own);
  expect(await dj.rowsOf(playlistId)).toEqual([hand]);
});

test("to have had a playlist filled once is no agreement that it follows", async () => {
  const own = await makeSet("Filled");
  const playlistId = await dj.make("Filled", [hand]);
  const wish = { ...own, playlistId, name: "Filled" };
  const once = await proposeRuleSet(db, { ...wish, follows: false, now: start });
  await carryOut(once.planId, start);
  await proposeRuleSet(db, { ...wish, follows: true, now: later(1) });
  await scheduleRuleSet(db, { ...own, ...always, now: start });
  expect(await findTarget(db, own)).toBeNull();
  expect(await runRuleSet(db, { ...own, now: later(24) })).toMatchObject({ outcome: "nothing" });
});

test("a playlist follows by itself however others are looked at, until another one is agreed to", async () => {
  const own = await makeSet("Agreed");
  const playlistId = await dj.make("Agreed", []);
  const wish = { ...own, playlistId, name: "Agreed", follows: true };
  await scheduleRuleSet(db, { ...own, ...always, now: start });
  const first = await proposeRuleSet(db, { ...wish, now: start });
  await carryOut(first.planId, start);
  expect((await runRuleSet(db, { ...own, now: later(24) })).outcome).toBe("nothing");

  const other = { ...wish, playlistId: await dj.make("Other", []), name: "Other" };
  await proposeRuleSet(db, { ...wish, playlistId: null, name: "New", now: later(25) });
  const look = await proposeRuleSet(db, { ...other, now: later(25) });
  expect(await findTarget(db, own)).toMatchObject({ playlistId, name: "Agreed" });
  await discardPlan(db, { planId: look.planId, userId });
  await overrideTrack(db, { ...own, recordingKey: "isrc:0", kind: "exclude", position: null });
  const second = await runRuleSet(db, { ...own, now: later(48) });
  expect(second.outcome).toBe("approved");
  await dj.carryOut(second.planId ?? "", { from: later(48) });
  expect(await dj.rowsOf(playlistId)).toEqual([b, c, d]);

  const moved = await proposeRuleSet(db, { ...other, now: later(49) });
  await carryOut(moved.planId, later(49));
  const { planId } = moved;
  expect(await findTarget(db, own)).toMatchObject({ playlistId: other.playlistId, planId });
});

test("what is followed no more is not changed by a plan that waited", async () => {
  const own = await makeSet("Left");
  const playlistId = await dj.make("Left", []);
  const wish = { ...own, playlistId, name: "Left", follows: true };
  const first = await proposeRuleSet(db, { ...wish, now: start });
  await carryOut(first.planId, start);
  await overrideTrack(db, { ...own, recordingKey: "isrc:0", kind: "exclude", position: null });
  const waiting = await proposeRuleSet(db, { ...wish, now: later(1) });
  const plan = { planId: waiting.planId, userId };
  const stranger = await createUser(db);
  await unfollowRuleSet(db, { ...own, userId: stranger.id });
  expect(await findPlan(db, plan)).toMatchObject({ status: "proposed" });
  await unfollowRuleSet(db, own);
  expect(await findPlan(db, plan)).toMatchObject({ status: "discarded" });
  expect(await findTarget(db, own)).toBeNull();
});

test("a schedule that is given up while a run is settled stays given up", async () => {
  const own = await makeSet("Given up");
  for (let round = 0; round < 20; round += 1) {
    await scheduleRuleSet(db, { ...own, ...always, now: start });
    await Promise.all([
      settleRun(db, { ...own, now: start, problem: null }),
      scheduleRuleSet(db, { ...own, ...always, scheduleHours: null, now: start }),
    ]);
    expect((await findRuleSet(db, own))?.nextRunAt).toBeNull();
  }
});

test("another user settles nothing", async () => {
  const own = await makeSet("Mine");
  await scheduleRuleSet(db, { ...own, ...always, now: start });
  const stranger = await createUser(db);
  await settleRun(db, { ...own, userId: stranger.id, now: later(9), problem: "Theirs." });
  expect(await findRuleSet(db, own)).toMatchObject({ problem: null, nextRunAt: later(24) });
});
