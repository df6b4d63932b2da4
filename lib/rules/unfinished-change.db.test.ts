import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { findJobOf } from "@/db/queries/jobs-list";
import { findPlan } from "@/db/queries/playlists-plans";
import { findRuleSet } from "@/db/queries/rule-sets";
import { jobs } from "@/db/schema";
import { createUser } from "@/db/testing/factories";
import { startRules } from "@/db/testing/ruled-playlists";
import type { Row } from "@/lib/playlists/row";

process.env.RETRY_PAUSE_MS = "1";
const dj = await startRules();
const { db, userId, uris, start, later, makeSet } = dj;
const { cancelJob } = await import("@/lib/jobs/cancel-job");
const { retryJob } = await import("@/lib/jobs/retry-job");
const { proposeDedupe, proposeSort } = await import("@/lib/playlists/edit-playlist");
const { failPlan } = await import("@/lib/playlists/halt-plan");
const { proposePlan } = await import("@/lib/playlists/propose-plan");
const { proposeUndo } = await import("@/lib/playlists/undo-plan");
const { scheduleRuleSet } = await import("./edit-rule-set");
const { overrideTrack } = await import("./override-track");
const { proposeRuleSet } = await import("./propose-rule-set");
const { runRuleSet } = await import("./run-rule-set");

const [a = "", b = "", c = "", d = ""] = uris;
/** So many that nothing is written anew as a whole. */
const filling = Array.from({ length: 210 }, (_, at) => uris[10 + (at % 90)] ?? "");
const viewer = { id: userId, role: "member" as const };
const isUnfinished = { code: "CONFLICT", message: expect.stringContaining("was not finished") };
beforeEach(() => dj.noFaults());
afterAll(() => dj.close());

const jobOf = async (planId: string) => {
  const job = await findJobOf(db, { kind: "playlist", subjectId: planId, viewer });
  return job?.id ?? "";
};

/** Carries a plan out until Spotify has failed too often, as its function does. */
async function giveUp(planId: string, from: Date) {
  await expect(dj.carryOut(planId, { from })).rejects.toMatchObject({ transient: true });
  const [job] = await db.select().from(jobs).where(eq(jobs.subjectId, planId));
  const run = { planId, userId, runId: job?.runId ?? "" };
  await failPlan(db, { ...run, problem: "Spotify has a problem." });
  await dj.noFaults();
  await db.execute("delete from provider_cooldowns");
}

const failing = (method: string) =>
  dj.fault({ kind: "status", status: 500, match: { method, path: "/items$" } });

/** A playlist that follows by itself, with these rows by hand behind the rules' four. */
async function followed(name: string, byHand: readonly string[], automatic = true) {
  const own = await makeSet(name);
  const playlistId = await dj.make(name, []);
  const wish = { ...own, playlistId, name, follows: true };
  const first = await proposeRuleSet(db, { ...wish, now: start });
  await dj.approveAndCarryOut(first.planId, start);
  await dj.add(playlistId, [...byHand], 4);
  await scheduleRuleSet(db, {
    ...own,
    ...{ scheduleHours: 24, automatic, removalThreshold: 9, now: start },
  });
  return { own, playlistId, wish };
}

/** One that a person holds a copy of is not wanted any more; every copy goes, and theirs does not come back. */
async function copyLost(name: string) {
  const { own, playlistId, wish } = await followed(name, [a, ...filling]);
  await overrideTrack(db, { ...own, recordingKey: "isrc:0", kind: "exclude", position: null });
  const { planId } = await runRuleSet(db, { ...own, now: later(24) });
  await failing("POST");
  return { own, playlistId, wish, planId: planId ?? "" };
}

test("a change that gave up half-way goes on before a new one is planned: a person's copy comes back", async () => {
  const { own, playlistId, planId } = await copyLost("Half");
  await giveUp(planId, later(24));
  expect(await dj.rowsOf(playlistId)).toEqual([b, c, d, ...filling]);

  const run = await runRuleSet(db, { ...own, now: later(25) });
  expect(run).toEqual({ outcome: "approved", planId });
  expect(await findRuleSet(db, own)).toMatchObject({
    ...{ nextRunAt: later(26), problem: expect.stringContaining("Spotify has a problem.") },
  });
  await dj.carryOut(planId, { from: later(25) });
  expect(await dj.rowsOf(playlistId)).toEqual([b, c, d, a, ...filling]);
  expect(await runRuleSet(db, { ...own, now: later(26) })).toMatchObject({ outcome: "nothing" });
  expect(await findRuleSet(db, own)).toMatchObject({ problem: null, nextRunAt: later(48) });
  expect(await dj.rowsOf(playlistId)).toEqual([b, c, d, a, ...filling]);
});

test("one that a person stopped half-way stays so until they let it go on or undo it: nothing is planned of it", async () => {
  const { own, playlistId, wish, planId } = await copyLost("Stopped");
  await expect(dj.carryOut(planId, { from: later(24) })).rejects.toBeDefined();
  await cancelJob(db, { jobId: await jobOf(planId), viewer });
  await dj.noFaults();

  await expect(runRuleSet(db, { ...own, now: later(25) })).rejects.toMatchObject(isUnfinished);
  const edit = { userId, playlistId, name: "Stopped", now: later(25) };
  const proposals = [
    proposeRuleSet(db, { ...wish, now: later(25) }),
    proposeRuleSet(db, { ...wish, follows: false, now: later(25) }),
    proposeSort(db, edit),
    proposeDedupe(db, edit),
  ];
  for (const proposal of await Promise.allSettled(proposals)) {
    expect(proposal).toMatchObject({ reason: isUnfinished });
  }
  expect(await findPlan(db, { planId, userId })).toMatchObject({ status: "failed" });

  const undo = await proposeUndo(db, { planId, userId, now: later(26) });
  await dj.approveAndCarryOut(undo.planId, later(26));
  expect(await dj.rowsOf(playlistId)).toEqual([a, b, c, d, a, ...filling]);
  expect((await runRuleSet(db, { ...own, now: later(27) })).outcome).toBe("nothing");
  expect(await dj.rowsOf(playlistId)).toEqual([a, b, c, d, a, ...filling]);
});

test("rows of a replacement that a person began are not given up by the rules; tried again, all are there", async () => {
  const byHand = uris.slice(4, 110);
  const { own, playlistId } = await followed("Sorted", byHand);
  const sorted = [...uris.slice(0, 110)].toReversed();
  const wish = { userId, playlistId, name: "Sorted", kind: "sort" as const, now: later(1) };
  const plan = await proposePlan(db, wish, ({ rows }): { rows: Row[] } => ({
    rows: rows.toReversed(),
  }));
  expect(plan.replaces).toBe(true);
  await dj.approve(plan.planId);
  await failing("POST");
  await giveUp(plan.planId, later(1));
  expect(await dj.rowsOf(playlistId)).toHaveLength(100);

  const run = runRuleSet(db, { ...own, now: later(24) });
  await expect(run).rejects.toMatchObject(isUnfinished);
  await retryJob(db, { jobId: await jobOf(plan.planId), viewer });
  await dj.carryOut(plan.planId, { from: later(25) });
  expect(await dj.rowsOf(playlistId)).toEqual(sorted);
});

test("a change whose undo finds nothing to do is no longer in the way", async () => {
  const { own, playlistId, planId } = await copyLost("Untouched");
  await failing("DELETE");
  await giveUp(planId, later(24));
  await scheduleRuleSet(db, {
    ...own,
    ...{ scheduleHours: 24, automatic: false, removalThreshold: 9, now: start },
  });
  await expect(runRuleSet(db, { ...own, now: later(25) })).rejects.toMatchObject(isUnfinished);
  const undo = await proposeUndo(db, { planId, userId, now: later(25) });
  expect(undo).toMatchObject({ adds: 0, removes: 0, moves: 0 });
  expect((await runRuleSet(db, { ...own, now: later(26) })).outcome).toBe("asks");
  expect(await dj.rowsOf(playlistId)).toEqual([a, b, c, d, a, ...filling]);
});

test("nobody lets another user's change go on, and none of theirs is in one's way", async () => {
  const { findUnfinishedPlan, deletePlan } = await import("@/db/queries/playlists-plans");
  const { takeUpPlan } = await import("@/lib/playlists/take-up-plan");
  const { playlistId, planId } = await copyLost("Mine");
  await giveUp(planId, later(24));
  const stranger = (await createUser(db)).id;
  expect(await findUnfinishedPlan(db, { userId, playlistId })).toMatchObject({ id: planId });
  expect(await findUnfinishedPlan(db, { userId: stranger, playlistId })).toBeNull();
  expect(await takeUpPlan(db, { planId, userId: stranger })).toBe(false);
  expect(await deletePlan(db, { planId, userId: stranger })).toBe(false);
  expect(await findPlan(db, { planId, userId })).toMatchObject({ status: "failed" });
});
