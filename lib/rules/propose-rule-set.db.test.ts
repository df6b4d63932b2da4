import { afterAll, beforeAll, expect, test } from "vitest";
import { findConnection } from "@/db/queries/connections";
import { findPlan } from "@/db/queries/playlists-plans";
import { findTarget } from "@/db/queries/rule-sets-targets";
import { writeFacts } from "@/db/queries/rules-facts";
import { staleFacts } from "@/db/schema";
import { createUser } from "@/db/testing/factories";
import { startRules } from "@/db/testing/ruled-playlists";
import { refresh } from "@/lib/enrichment/testing/refresh";
import { ruleDefinition } from "./rule-schema";
import { makeTrack } from "./testing/make-track";

const dj = await startRules();
const { db, userId, uris, facts } = dj;
const { start, later, definition, makeSet, approveAndCarryOut: carryOut } = dj;
const { libraryOf } = await import("@/db/testing/mixed-library");
const { readKnown } = await import("@/lib/playlists/known-playlist");
const { readPlan } = await import("@/lib/playlists/read-plans");
const { createRuleSet } = await import("./create-rule-set");
const { overrideTrack } = await import("./override-track");
const { proposeRuleSet } = await import("./propose-rule-set");
const { saveRuleSet } = await import("./save-rule-set");

const [a = "", b = "", c = "", d = "", hand = ""] = uris;
const isSaved = { field: "isSaved", op: "is", value: true };

const known = () => writeFacts(db, { userId, facts });
beforeAll(() => writeFacts(db, { userId, facts: [makeTrack({ bpm: 190 })] }));
afterAll(() => dj.close());

test("a playlist follows: what is wanted comes, what is kept out goes, what a person put there stays", async () => {
  const own = await makeSet("Follows");
  const playlistId = await dj.make("Follows", [hand]);
  const wish = { ...own, playlistId, name: "Follows", follows: true };
  const first = await proposeRuleSet(db, { ...wish, now: start });
  expect(first).toMatchObject({ adds: 4, removes: 0, keptByHand: 1, withoutSpotify: 1 });
  await carryOut(first.planId, start);
  expect((await dj.rowsOf(playlistId)).toSorted()).toEqual([hand, a, b, c, d].toSorted());

  await overrideTrack(db, { ...own, recordingKey: "isrc:1", kind: "exclude", position: null });
  const second = await proposeRuleSet(db, { ...wish, now: later(1) });
  expect(second).toMatchObject({ adds: 0, removes: 1 });
  const again = await proposeRuleSet(db, { ...wish, now: later(1) });
  expect(await findPlan(db, { planId: second.planId, userId })).toMatchObject({
    status: "discarded",
  });
  await carryOut(again.planId, later(1));
  expect(await dj.rowsOf(playlistId)).not.toContain(b);
});

test("a track that one reading of the library missed stays; it goes when a second one missed it too", async () => {
  const connection = await findConnection(db, { userId, provider: "spotify" });
  const library = libraryOf({ userId, connectionId: connection?.id ?? "" });
  const uri = uris[5] ?? "";
  const externalId = uri.split(":").at(-1) ?? "";
  const item = await library.describe(externalId, { name: "Kept by me", isrc: null });
  await library.sync((seen) => library.save(externalId, item, seen));
  await refresh(db, { userId });
  const { id } = await createRuleSet(db, {
    ...{ userId, name: "Saved" },
    definition: ruleDefinition.parse({
      where: { all: [{ field: "title", op: "is", value: "Kept by me" }, isSaved] },
    }),
  });
  const playlistId = await dj.make("Saved", []);
  const wish = { userId, ruleSetId: id, playlistId, name: "Saved", follows: true };
  const first = await proposeRuleSet(db, { ...wish, now: start });
  await carryOut(first.planId, start);
  expect(await dj.rowsOf(playlistId)).toEqual([uri]);
  const planNow = async (hours: number) => {
    await refresh(db, { userId });
    return proposeRuleSet(db, { ...wish, now: later(hours) });
  };

  await library.sync((seen) => library.save(externalId, item, { ...seen, gone: true }));
  expect(await planNow(1)).toMatchObject({ removes: 0 });
  expect(await planNow(48)).toMatchObject({ removes: 0 });
  await library.sync((seen) => library.save(externalId, item, seen));
  expect(await planNow(49)).toMatchObject({ removes: 0 });

  await library.sync((seen) => library.save(externalId, item, { ...seen, gone: true }));
  expect(await planNow(50)).toMatchObject({ removes: 0 });
  await library.sync();
  expect(await planNow(51)).toMatchObject({ removes: 1, waiting: 0 });
});

test("a changed rule takes rows out at once, but not while tracks are still being gathered", async () => {
  const own = await makeSet("Changed");
  const playlistId = await dj.make("Changed", []);
  const wish = { ...own, playlistId, name: "Changed", follows: true };
  const first = await proposeRuleSet(db, { ...wish, now: start });
  await carryOut(first.planId, start);
  const narrower = { ...definition, limit: 3 };
  await saveRuleSet(db, { ...own, definition: narrower, basedOn: 1 });

  const stale = { userId, recordingKey: "isrc:in-line" };
  await db.insert(staleFacts).values(stale);
  const early = await proposeRuleSet(db, { ...wish, now: start });
  expect(early).toMatchObject({ removes: 0, waiting: 1 });
  await db.delete(staleFacts);
  const whole = await proposeRuleSet(db, { ...wish, now: start });
  expect(whole).toMatchObject({ removes: 1, waiting: 0 });
});

test("what a person took out stays out, and the plan says so, until they pin it", async () => {
  const own = await makeSet("Pinned");
  const playlistId = await dj.make("Pinned", []);
  const wish = { ...own, playlistId, name: "Pinned", follows: true };
  const first = await proposeRuleSet(db, { ...wish, now: start });
  await carryOut(first.planId, start);
  await dj.remove(playlistId, [b, c]);
  const second = await proposeRuleSet(db, { ...wish, now: later(1) });
  expect(second).toMatchObject({ adds: 0, leftOut: 2 });
  const look = { planId: second.planId, viewer: { id: userId, role: "member" as const } };
  expect(await readPlan(db, look)).toMatchObject({ leftOut: 2 });

  await overrideTrack(db, { ...own, recordingKey: "isrc:1", kind: "pin", position: null });
  const third = await proposeRuleSet(db, { ...wish, now: later(2) });
  expect(third).toMatchObject({ adds: 1, leftOut: 1 });
  await carryOut(third.planId, later(2));
  expect(await dj.rowsOf(playlistId)).toEqual([a, b, d]);
  const { removedByHand } = (await readKnown(db, { userId, playlistId, now: later(3) })) ?? {};
  expect(removedByHand).toEqual([c]);
});

test("another edition of a wanted recording takes the place of the one before at once", async () => {
  const own = await makeSet("Edition");
  const playlistId = await dj.make("Edition", []);
  const wish = { ...own, playlistId, name: "Edition", follows: true };
  const first = await proposeRuleSet(db, { ...wish, now: start });
  await carryOut(first.planId, start);
  const edition = uris[6] ?? "";
  await writeFacts(db, {
    userId,
    facts: [makeTrack({ recordingKey: "isrc:0", spotifyUri: edition, bpm: 130 })],
  });
  const second = await proposeRuleSet(db, { ...wish, now: later(1) });
  expect(second).toMatchObject({ adds: 1, removes: 1, waiting: 0 });
  await carryOut(second.planId, later(1));
  expect(await dj.rowsOf(playlistId)).toEqual([edition, b, c, d]);
  await known();
});

test("filled once, a playlist keeps what it has, and follows nothing", async () => {
  const own = await makeSet("Once");
  const playlistId = await dj.make("Once", [a, hand]);
  const plan = await proposeRuleSet(db, {
    ...{ ...own, playlistId, name: "Once", follows: false, now: start },
  });
  expect(plan).toMatchObject({ adds: 3, removes: 0 });
  await carryOut(plan.planId, start);
  expect(await dj.rowsOf(playlistId)).toEqual([a, hand, b, c, d]);
  expect(await findTarget(db, own)).toBeNull();
});

test("a new playlist is made when its plan is approved, and known as the one that follows", async () => {
  const own = await makeSet("Made");
  const plan = await proposeRuleSet(db, {
    ...{ ...own, playlistId: null, name: "Made", follows: true, now: start },
  });
  expect(await findTarget(db, own)).toBeNull();
  await carryOut(plan.planId, start);
  const playlistId = (await findTarget(db, own))?.playlistId ?? "";
  expect(await dj.rowsOf(playlistId)).toEqual([a, b, c, d]);
});

test("while the tracks are gathered for the first time, nothing is planned of some of them", async () => {
  const { id: newcomer } = await createUser(db);
  await writeFacts(db, { userId: newcomer, facts });
  const { id } = await createRuleSet(db, { userId: newcomer, name: "Early", definition });
  const own = { userId: newcomer, ruleSetId: id };
  const wish = { ...own, playlistId: null, name: "Early", follows: true, now: start };
  await expect(proposeRuleSet(db, wish)).rejects.toMatchObject({
    code: "CONFLICT",
    message: expect.stringContaining("still being gathered"),
  });
});

test("another user's rule set fills no playlist", async () => {
  const own = await makeSet("Theirs");
  const stranger = await createUser(db, { name: "Stranger" });
  const wish = { ...own, userId: stranger.id, playlistId: null, name: "Theirs", now: start };
  const attempt = proposeRuleSet(db, { ...wish, follows: true });
  await expect(attempt).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect(await findTarget(db, { ...own, userId: stranger.id })).toBeNull();
});
