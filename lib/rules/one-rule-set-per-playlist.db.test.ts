import { afterAll, expect, test } from "vitest";
import { findFollowed, findTarget, nameMadeTarget } from "@/db/queries/rule-sets-targets";
import { createUser } from "@/db/testing/factories";
import { startRules } from "@/db/testing/ruled-playlists";

const dj = await startRules();
const { db, userId, start, later, makeSet } = dj;
const { proposeRuleSet } = await import("./propose-rule-set");
const { unfollowRuleSet } = await import("./unfollow-rule-set");
afterAll(() => dj.close());

const takenBy = (name: string) => ({
  ...{ code: "CONFLICT", message: expect.stringContaining(`follows the rule set “${name}”`) },
});

/** A rule set, and how its change of a playlist is planned. */
async function createSet(name: string) {
  const own = await makeSet(name);
  const plan = (playlistId: string | null, { hours = 0, follows = true } = {}) =>
    proposeRuleSet(db, { ...own, playlistId, name, follows, now: later(hours) });
  return { own, plan };
}

test("a playlist that follows a rule set follows no other one, until it is left; it may be filled", async () => {
  const [first, second] = [await createSet("First"), await createSet("Second")];
  const playlistId = await dj.make("Shared", []);
  await dj.approveAndCarryOut((await first.plan(playlistId)).planId, start);

  await expect(second.plan(playlistId)).rejects.toMatchObject(takenBy("First"));
  const once = await second.plan(playlistId, { follows: false });
  expect(once).toMatchObject({ adds: 0 });
  expect(await first.plan(playlistId, { hours: 1 })).toMatchObject({ adds: 0 });

  await unfollowRuleSet(db, first.own);
  const moved = await second.plan(playlistId, { hours: 2 });
  await dj.approve(moved.planId);
  expect(await findTarget(db, second.own)).toMatchObject({ playlistId });
});

test("of two plans by which it would, the second is refused though neither has anything to write", async () => {
  const [first, second] = [await createSet("Ready"), await createSet("Ready too")];
  const playlistId = await dj.make("Ready", dj.uris.slice(0, 4));
  const plans = [await first.plan(playlistId), await second.plan(playlistId)];
  const [ready, tooLate] = plans.map(({ planId }) => planId);
  await dj.approveAndCarryOut(ready ?? "", start);
  await expect(dj.approve(tooLate ?? "")).rejects.toMatchObject(takenBy("Ready"));
  expect(await findTarget(db, second.own)).toBeNull();
});

test("a playlist that was just made for a rule set is its own from the start", async () => {
  const [first, second] = [await createSet("Maker"), await createSet("Taker")];
  const { planId } = await first.plan(null);
  await dj.approve(planId);
  const stranger = (await createUser(db)).id;
  await nameMadeTarget(db, { planId, userId: stranger, playlistId: "theirs" });
  expect(await findTarget(db, first.own)).toMatchObject({ playlistId: null });
  await dj.carryOut(planId, { from: start });
  const playlistId = (await findTarget(db, first.own))?.playlistId ?? "";
  await expect(second.plan(playlistId)).rejects.toMatchObject(takenBy("Maker"));
  expect(await findFollowed(db, { userId, playlistId })).toMatchObject({ name: "Maker" });
  expect(await findFollowed(db, { userId: stranger, playlistId })).toBeNull();
});
