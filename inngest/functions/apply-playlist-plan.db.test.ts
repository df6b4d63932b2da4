import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { findRuleSet } from "@/db/queries/rule-sets";
import { writeFacts } from "@/db/queries/rules-facts";
import { jobs, playlistPlans } from "@/db/schema";
import { startPlaylists } from "@/db/testing/planned-playlists";
import { startBackground, until } from "@/inngest/testing/background";
import { refresh } from "@/lib/enrichment/testing/refresh";
import { ruleDefinition } from "@/lib/rules/rule-schema";
import { makeTrack } from "@/lib/rules/testing/make-track";
import { freePort } from "@/scripts/lib/free-port.mjs";

const enginePort = await freePort();
process.env.INNGEST_BASE_URL = `http://127.0.0.1:${enginePort}`;
const dj = await startPlaylists();
const { db, userId, uris } = dj;
const { inngest } = await import("@/inngest/client");
const { playlistPlanApproved, ruleSetDue } = await import("@/inngest/events");
const { claimNeglectedPlans } = await import("@/db/queries/playlists-plans");
const { proposeRules } = await import("@/lib/playlists/propose-rules");
const { cancelJob } = await import("@/lib/jobs/cancel-job");
const { retryJob } = await import("@/lib/jobs/retry-job");
const { createRuleSet } = await import("@/lib/rules/create-rule-set");
const { scheduleRuleSet } = await import("@/lib/rules/edit-rule-set");
const { proposeRuleSet } = await import("@/lib/rules/propose-rule-set");
const { applyPlaylistPlan } = await import("./apply-playlist-plan");
const { runDueRules } = await import("./run-due-rules");

let background: Awaited<ReturnType<typeof startBackground>>;
beforeAll(async () => {
  background = await startBackground({
    client: inngest,
    functions: [applyPlaylistPlan, runDueRules],
    enginePort,
  });
});
beforeEach(() => dj.noFaults());
afterAll(async () => {
  await background.close();
  await dj.close();
});

async function approved(desired: string[]) {
  const playlistId = await dj.make("Set", uris.slice(0, 3));
  const wish = { userId, playlistId, name: "Set", desired, now: new Date() };
  const { planId } = await proposeRules(db, { ...wish, mayRemove: () => true });
  await dj.approve(planId);
  const read = async () => {
    const [plan] = await db.select().from(playlistPlans).where(eq(playlistPlans.id, planId));
    const [job] = await db.select().from(jobs).where(eq(jobs.subjectId, planId));
    return { plan, job };
  };
  return { playlistId, planId, read, event: playlistPlanApproved.create({ planId, userId }) };
}

/** What was seen of playlists was seen a minute earlier. */
const letTimePass = () =>
  db.execute("update playlist_states set created_at = created_at - interval '1 minute'");

test("an approved plan is carried out, and again does nothing", async () => {
  const { playlistId, event, read } = await approved(uris.slice(10, 14));
  await background.run(event);
  const asked = (await dj.requests()).length;
  await background.run(event);
  expect(await dj.requests()).toHaveLength(asked);
  expect(await dj.rowsOf(playlistId)).toEqual([...uris.slice(0, 3), ...uris.slice(10, 14)]);
  const { plan, job } = await read();
  expect(plan?.status).toBe("applied");
  expect(job).toMatchObject({ status: "done", done: 1, total: 1 });
});

test("an addition that arrived and was not answered is not made twice", async () => {
  const { playlistId, event } = await approved(uris.slice(10, 14));
  const match = { method: "POST", path: "/items$" };
  await dj.fault({ kind: "applied-then-reset", match, times: 1 });
  const running = background.run(event);
  await until(async () => (await db.execute("select 1 from engine.timers")).length > 0);
  await letTimePass();
  await background.wakeSleepers();
  await running;
  expect(await dj.rowsOf(playlistId)).toEqual([...uris.slice(0, 3), ...uris.slice(10, 14)]);
});

test("a stopped job stops its plan; tried again it goes on", async () => {
  const { playlistId, event, read } = await approved(uris.slice(10, 14));
  const viewer = { id: userId, role: "member" as const };
  const jobId = (await read()).job?.id ?? "";
  await cancelJob(db, { jobId, viewer });
  await background.run(event);
  expect(await dj.rowsOf(playlistId)).toEqual(uris.slice(0, 3));
  await retryJob(db, { jobId, viewer });
  await background.run(event);
  expect(await dj.rowsOf(playlistId)).toHaveLength(7);
});

test("a plan whose event was lost is taken up by the sweep, once", async () => {
  const { planId } = await approved(uris.slice(10, 14));
  await db.execute("update playlist_plans set updated_at = now() - interval '10 minutes'");
  expect(await claimNeglectedPlans(db, { limit: 10 })).toEqual([{ planId, userId }]);
  expect(await claimNeglectedPlans(db, { limit: 10 })).toEqual([]);
});

const known = (bpm: number) =>
  writeFacts(db, {
    userId,
    facts: [makeTrack({ recordingKey: `isrc:${bpm}`, spotifyUri: uris[bpm - 100], bpm })],
  });

/** A rule set that fills its playlist by itself every day. */
async function automatic() {
  await refresh(db, { userId });
  await known(130);
  const definition = ruleDefinition.parse({ where: { all: [] } });
  const { id: ruleSetId } = await createRuleSet(db, { userId, name: "Daily", definition });
  const own = { userId, ruleSetId };
  const playlistId = await dj.make("Daily", []);
  const now = new Date();
  const wish = { ...own, playlistId, name: "Daily", follows: true, now };
  const { planId } = await proposeRuleSet(db, wish);
  await dj.approve(planId);
  await background.run(playlistPlanApproved.create({ planId, userId }));
  const schedule = { scheduleHours: 24, automatic: true, removalThreshold: 1 };
  await scheduleRuleSet(db, { ...own, ...schedule, now });
  return { own, playlistId };
}

test("a rule set whose time has come fills its playlist, or says why it could not", async () => {
  const { own, playlistId } = await automatic();
  expect(await dj.rowsOf(playlistId)).toEqual([uris[30]]);
  await known(131);
  const [run] = await background.run(ruleSetDue.create(own));
  expect(run).toMatchObject({ status: "Completed", output: { outcome: "approved" } });
  await until(async () => (await dj.rowsOf(playlistId)).includes(uris[31] ?? ""));
  const applied = async () => {
    const plans = await db.select().from(playlistPlans);
    return plans.filter((plan) => plan.playlistId === playlistId).map(({ status }) => status);
  };
  await until(async () => !(await applied()).includes("applying"));
  expect(await applied()).toEqual(["applied", "applied"]);

  await letTimePass();
  await dj.revoke();
  const [failed] = await background.run(ruleSetDue.create(own));
  expect(failed?.status).toBe("Failed");
  const problem = async () => (await findRuleSet(db, own))?.problem ?? null;
  await until(async () => (await problem()) !== null);
  expect(await problem()).toBe("Spotify withdrew Clouder's access. Reconnect it.");
});
