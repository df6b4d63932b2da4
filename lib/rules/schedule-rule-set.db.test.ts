import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { findRuleSet, updateRuleSet } from "@/db/queries/rule-sets";
import { findTarget } from "@/db/queries/rule-sets-targets";
import { playlistPlans } from "@/db/schema";
import { startRules } from "@/db/testing/ruled-playlists";

const dj = await startRules();
const { db, uris, start, later, makeSet } = dj;
const { removeRuleSet, scheduleRuleSet } = await import("./edit-rule-set");
const { overrideTrack } = await import("./override-track");
const { proposeRuleSet } = await import("./propose-rule-set");
const { runRuleSet, settleRun } = await import("./run-rule-set");
const { unfollowRuleSet } = await import("./unfollow-rule-set");

const daily = { scheduleHours: 24, automatic: true, removalThreshold: 100 };
const nothing = { outcome: "nothing", planId: null };
beforeEach(() => dj.noFaults());
afterAll(() => dj.close());

async function followed(name: string) {
  const own = await makeSet(name);
  const playlistId = await dj.make(name, []);
  const wish = { ...own, playlistId, name, follows: true, now: start };
  const { planId } = await proposeRuleSet(db, wish);
  await dj.approveAndCarryOut(planId, start);
  await scheduleRuleSet(db, { ...own, ...daily, now: start });
  return { own, playlistId, planId };
}

type Own = Awaited<ReturnType<typeof followed>>["own"];
const nextOf = async (own: Own) => (await findRuleSet(db, own))?.nextRunAt;
const plansOf = ({ ruleSetId }: Own) =>
  db.$count(playlistPlans, eq(playlistPlans.ruleSetId, ruleSetId));
const leaveOut = (own: Own) =>
  overrideTrack(db, { ...own, recordingKey: "isrc:0", kind: "exclude", position: null });

/** A database before each transaction of which something happens. */
const heldBack = (happens: () => Promise<unknown>): typeof db =>
  new Proxy(db, {
    get(target, key, receiver) {
      if (key !== "transaction") return Reflect.get(target, key, receiver);
      return async (...run: Parameters<typeof db.transaction>) => {
        await happens();
        return target.transaction(...run);
      };
    },
  });

test("a run with nothing to do leaves no plan, and the last change is still the last", async () => {
  const { own, planId } = await followed("Unchanged");
  expect(await runRuleSet(db, { ...own, now: later(24) })).toEqual(nothing);
  expect(await plansOf(own)).toBe(1);
  expect(await findTarget(db, own)).toMatchObject({
    ...{ planId, planStatus: "applied", plannedAt: later(24) },
  });
});

test("to be asked about more, or less, starts no schedule over; other hours do", async () => {
  const { own } = await followed("Threshold");
  const asked = { ...own, ...daily, automatic: false, removalThreshold: 3 };
  expect(await scheduleRuleSet(db, { ...asked, now: later(20) })).toMatchObject({
    ...{ nextRunAt: later(24), automatic: false, removalThreshold: 3 },
  });
  const weekly = await scheduleRuleSet(db, { ...asked, scheduleHours: 168, now: later(20) });
  expect(weekly.nextRunAt).toEqual(later(188));
});

test("a late run moves no later one", async () => {
  const { own } = await followed("Late");
  await runRuleSet(db, { ...own, now: later(24.6) });
  expect(await nextOf(own)).toEqual(later(48));
  await runRuleSet(db, { ...own, now: later(100) });
  expect(await nextOf(own)).toEqual(later(120));
});

test("a run that failed, or met a change under way, is made up for within the hour", async () => {
  const { own } = await followed("Failed");
  await settleRun(db, { ...own, now: later(24.1), problem: "Spotify has a problem." });
  expect(await nextOf(own)).toEqual(later(25.1));
  await leaveOut(own);
  expect((await runRuleSet(db, { ...own, now: later(25.1) })).outcome).toBe("approved");
  expect(await nextOf(own)).toEqual(later(48));
  expect(await runRuleSet(db, { ...own, now: later(48.2) })).toEqual(nothing);
  expect(await nextOf(own)).toEqual(later(49.2));
});

test("a rule set that was paused or deleted after it was announced changes nothing", async () => {
  const paused = await followed("Paused");
  const held = await dj.rowsOf(paused.playlistId);
  await leaveOut(paused.own);
  await scheduleRuleSet(db, { ...paused.own, ...daily, scheduleHours: null, now: later(23) });
  expect(await runRuleSet(db, { ...paused.own, now: later(24) })).toEqual(nothing);
  expect(await nextOf(paused.own)).toBeNull();
  expect(await plansOf(paused.own)).toBe(1);
  expect(await dj.rowsOf(paused.playlistId)).toEqual(held);

  const { own } = await followed("Deleted");
  await removeRuleSet(db, own);
  expect(await runRuleSet(db, { ...own, now: later(24) })).toEqual(nothing);
});

test.each([
  { what: "paused", change: (own: Own) => updateRuleSet(db, { ...own, scheduleHours: null }) },
  { what: "left", change: (own: Own) => unfollowRuleSet(db, own) },
])("so does one that is $what while its playlist is read", async ({ what, change }) => {
  const { own, playlistId } = await followed(`${what} meanwhile`);
  await dj.add(playlistId, uris.slice(5, 6), 4);
  await leaveOut(own);
  const before = (await dj.requests()).length;
  const hasRead = async () =>
    (await dj.requests()).slice(before).some((request) => /items/.test(request));
  const late = heldBack(async () => {
    if (await hasRead()) await change(own);
  });
  expect(await runRuleSet(late, { ...own, now: later(24) })).toEqual(nothing);
  expect(await plansOf(own)).toBe(1);
});
