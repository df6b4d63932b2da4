import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { findRuleSet, listRuleSets } from "@/db/queries/rule-sets";
import { listOverrides } from "@/db/queries/rule-sets-overrides";
import { listVersionsOf } from "@/db/queries/rule-sets-versions";
import { writeFacts } from "@/db/queries/rules-facts";
import { createUser } from "@/db/testing/factories";
import { refresh } from "@/lib/enrichment/testing/refresh";
import { createRuleSet } from "./create-rule-set";
import { duplicateRuleSet } from "./duplicate-rule-set";
import { removeRuleSet, renameRuleSet, scheduleRuleSet } from "./edit-rule-set";
import { overrideTrack } from "./override-track";
import { exportUnmatched, readOverlaps, readSharedTracks, readUnmatched } from "./read-comparison";
import { findTracks, readDifference, readExplanation, readResult } from "./read-result";
import { readSelection } from "./read-selection";
import { ruleDefinition } from "./rule-schema";
import { saveRuleSet } from "./save-rule-set";
import { makeTrack } from "./testing/make-track";

const faster = (bpm: number) =>
  ruleDefinition.parse({ where: { all: [{ field: "bpm", op: "gte", value: bpm }] } });

const now = new Date("2026-11-21T10:00:00Z");
let userId = "";
let strangerId = "";

beforeAll(async () => {
  userId = (await createUser(db)).id;
  strangerId = (await createUser(db, { name: "Stranger" })).id;
  const facts = [120, 130].map((bpm) => makeTrack({ recordingKey: `isrc:${bpm}`, bpm }));
  await writeFacts(db, { userId, facts });
});

async function make(name = "Fast") {
  const made = await createRuleSet(db, { userId, name, definition: faster(130) });
  return { ...made, own: { userId, ruleSetId: made.id } };
}

test("a rule set begins at version 1, and a name that is taken gets a number", async () => {
  const { own, ...first } = await make("Begins");
  const second = await make("begins");
  expect([first.version, first.name, second.name]).toEqual([1, "Begins", "begins (2)"]);
  expect(await listVersionsOf(db, { ...own, limit: 9 })).toMatchObject([
    { version: 1, definition: faster(130), note: null },
  ]);
  expect((await listRuleSets(db, { userId })).map(({ name }) => name)).toContain("begins (2)");
});

test("many made at once are all there, each with a name of its own", async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => make("At once")));
  expect(new Set(made.map(({ name }) => name)).size).toBe(8);
});

test("saving makes the next version; saving the same again makes none", async () => {
  const { own } = await make();
  const saved = await saveRuleSet(db, { ...own, definition: faster(140), basedOn: 1 });
  expect(saved).toMatchObject({ version: 2, definition: faster(140) });
  const again = await saveRuleSet(db, { ...own, definition: faster(140), basedOn: 2 });
  expect(again.version).toBe(2);
  const versions = await listVersionsOf(db, { ...own, limit: 9 });
  expect(versions.map(({ version, definition }) => [version, definition])).toEqual([
    [2, faster(140)],
    [1, faster(130)],
  ]);
});

test("what was changed from an older version is refused, and of two at once one is saved", async () => {
  const { own } = await make();
  const answers = await Promise.allSettled(
    [140, 150].map((bpm) => saveRuleSet(db, { ...own, definition: faster(bpm), basedOn: 1 })),
  );
  expect(answers.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const late = saveRuleSet(db, { ...own, definition: faster(160), basedOn: 1 });
  await expect(late).rejects.toMatchObject({ code: "CONFLICT" });
  expect((await findRuleSet(db, own))?.version).toBe(2);
});

test("an earlier version comes back as a new one with a note, and the ones between stay", async () => {
  const { own } = await make();
  await saveRuleSet(db, { ...own, definition: faster(140), basedOn: 1 });
  const back = { definition: faster(130), basedOn: 2, note: "As in version 1" };
  expect(await saveRuleSet(db, { ...own, ...back })).toMatchObject({
    ...{ version: 3, definition: faster(130) },
  });
  const versions = await listVersionsOf(db, { ...own, limit: 9 });
  expect(versions.map(({ version, note }) => [version, note])).toEqual([
    [3, "As in version 1"],
    [2, null],
    [1, null],
  ]);
});

test("pins and exclusions replace each other, are taken back, and go along with a copy", async () => {
  const { own } = await make();
  const recordingKey = "isrc:120";
  await overrideTrack(db, { ...own, recordingKey, kind: "pin", position: 3 });
  await overrideTrack(db, { ...own, recordingKey, kind: "exclude", position: 3 });
  const excluded = [{ recordingKey, kind: "exclude", position: null }];
  expect(await listOverrides(db, own)).toEqual(excluded);
  const copy = await duplicateRuleSet(db, own);
  expect(copy).toMatchObject({ version: 1, definition: faster(130), scheduleHours: null });
  expect(await listOverrides(db, { userId, ruleSetId: copy.id })).toEqual(excluded);
  await overrideTrack(db, { ...own, recordingKey, kind: null, position: null });
  expect(await listOverrides(db, own)).toEqual([]);
  const unknown = { ...own, recordingKey: "isrc:none", kind: "pin" as const, position: null };
  await expect(overrideTrack(db, unknown)).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a schedule says when it runs next, and without one it does not run", async () => {
  const { own } = await make();
  const automatic = { automatic: true, removalThreshold: 5 };
  const daily = await scheduleRuleSet(db, { ...own, ...automatic, scheduleHours: 24, now });
  expect(daily).toMatchObject({ ...automatic, nextRunAt: new Date("2026-11-22T10:00:00Z") });
  const none = await scheduleRuleSet(db, { ...own, ...automatic, scheduleHours: null, now });
  expect(none.nextRunAt).toBeNull();
});

test("a rule set can be given any name but that of another one", async () => {
  const { own } = await make("Named");
  await make("Other name");
  expect((await renameRuleSet(db, { ...own, name: "NAMED" })).name).toBe("NAMED");
  const taken = renameRuleSet(db, { ...own, name: "other Name" });
  await expect(taken).rejects.toMatchObject({ code: "CONFLICT" });
});

test("another user's rule set is neither seen, changed, copied nor deleted", async () => {
  const { own, id } = await make("Mine alone");
  const theirs = { userId: strangerId, ruleSetId: id };
  await overrideTrack(db, { ...own, recordingKey: "isrc:130", kind: "pin", position: null });
  const attempts = await Promise.allSettled([
    saveRuleSet(db, { ...theirs, definition: faster(1), basedOn: 1 }),
    renameRuleSet(db, { ...theirs, name: "Theirs" }),
    scheduleRuleSet(db, {
      ...theirs,
      ...{ scheduleHours: 1, automatic: true, removalThreshold: 0, now },
    }),
    overrideTrack(db, { ...theirs, recordingKey: "isrc:130", kind: null, position: null }),
    duplicateRuleSet(db, theirs),
    removeRuleSet(db, theirs),
  ]);
  for (const attempt of attempts) expect(attempt).toMatchObject({ reason: { code: "NOT_FOUND" } });
  expect(await findRuleSet(db, theirs)).toBeNull();
  expect(await listRuleSets(db, { userId: strangerId })).toEqual([]);
  expect(await listVersionsOf(db, { ...theirs, limit: 9 })).toEqual([]);
  expect(await listOverrides(db, theirs)).toEqual([]);
  expect(await findRuleSet(db, own)).toMatchObject({ name: "Mine alone", version: 1 });
  expect(await listOverrides(db, own)).toHaveLength(1);
});

test("a deleted rule set takes its versions and pins along", async () => {
  const { own } = await make();
  await overrideTrack(db, { ...own, recordingKey: "isrc:130", kind: "pin", position: null });
  await removeRuleSet(db, own);
  expect(await listVersionsOf(db, { ...own, limit: 9 })).toEqual([]);
  expect(await listOverrides(db, own)).toEqual([]);
});

async function makeDj() {
  const dj = await createUser(db, { name: "Compares" });
  const tracks = [120, 130, 140, 150].map((bpm) =>
    makeTrack({ recordingKey: `isrc:${bpm}`, bpm, title: `Éclair ${bpm}`, artists: ["Âme"] }),
  );
  await writeFacts(db, { userId: dj.id, facts: tracks });
  const makeOf = async (name: string, bpm: number) => {
    const { id } = await createRuleSet(db, { userId: dj.id, name, definition: faster(bpm) });
    return { userId: dj.id, ruleSetId: id };
  };
  return { userId: dj.id, fast: await makeOf("Fast", 130), faster: await makeOf("Faster", 140) };
}

test("what a rule set takes is told as it is edited, with what saving would change, and why", async () => {
  const { fast } = await makeDj();
  await overrideTrack(db, { ...fast, recordingKey: "isrc:120", kind: "pin", position: 0 });
  const before = await readSelection(db, { ...fast, now });
  const after = await readSelection(db, { ...fast, definition: faster(150), now });
  const result = await readResult(db, after, { offset: 0 });
  expect(result).toMatchObject({ count: 2, total: 4 });
  expect(result.tracks.map(({ bpm }) => bpm)).toEqual([120, 150]);
  expect(result.said.pin).toMatchObject({ tracks: [{ recordingKey: "isrc:120" }], more: 0 });
  const difference = await readDifference(db, { before, after });
  expect(difference).toMatchObject({ before: 4, after: 2, coming: 0, going: 2, comes: [] });
  expect(difference.goes.map(({ bpm }) => bpm)).toEqual([130, 140]);
  const why = (recordingKey: string) => readExplanation(db, after, { recordingKey });
  expect((await why("isrc:120")).explanation).toMatchObject({ held: true, override: "pin" });
  expect((await why("isrc:130")).explanation).toMatchObject({ held: false, override: null });
  await expect(why("isrc:none")).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("a track is found by words of title and artist, however they are written; by nobody else", async () => {
  const { userId: mine } = await makeDj();
  const found = await findTracks(db, { userId: mine, text: "ame eclair 13" });
  expect(found.map(({ bpm }) => bpm)).toEqual([130]);
  expect(await findTracks(db, { userId: mine, text: "100%" })).toEqual([]);
  expect(await findTracks(db, { userId: strangerId, text: "eclair" })).toEqual([]);
});

test("overlaps and what no rule set takes are told, to their owner alone", async () => {
  const { userId: mine, fast, faster: other } = await makeDj();
  expect(await readOverlaps(db, { ...fast, now })).toEqual({
    size: 3,
    overlaps: [{ id: other.ruleSetId, name: "Faster", size: 2, both: 2 }],
  });
  const shared = await readSharedTracks(db, { ...fast, otherId: other.ruleSetId, now });
  expect(shared.map(({ bpm }) => bpm)).toEqual([140, 150]);
  const unmatched = await readUnmatched(db, { userId: mine, after: null, now });
  expect(unmatched).toMatchObject({ count: 1, tracks: [{ bpm: 120 }], next: null });
  expect(unmatched).toMatchObject({ total: 4, asOf: null });
  const exported: number[] = [];
  for await (const tracks of exportUnmatched(db, { userId: mine, now })) {
    exported.push(...tracks.map(({ bpm }) => bpm ?? 0));
  }
  expect(exported).toEqual([120]);

  const theirs = { ...fast, userId: strangerId, now };
  const attempts = await Promise.allSettled([
    readOverlaps(db, theirs),
    readSharedTracks(db, { ...theirs, otherId: other.ruleSetId }),
    readSelection(db, theirs),
  ]);
  for (const attempt of attempts) expect(attempt).toMatchObject({ reason: { code: "NOT_FOUND" } });
});

test("a report of what no rule set takes says of how many tracks, and whether all are gathered", async () => {
  const { id: newcomer } = await createUser(db);
  const report = () => readUnmatched(db, { userId: newcomer, after: null, now });
  expect(await report()).toMatchObject({ count: 0, total: 0, asOf: null });
  await refresh(db, { userId: newcomer });
  expect(await report()).toMatchObject({ total: 0, asOf: expect.any(String) });
});

test("the file of tracks in no rule set is of one moment, however long it takes to be fetched", async () => {
  const { id: mine } = await createUser(db);
  const facts = Array.from({ length: 2_100 }, (_, index) =>
    makeTrack({ recordingKey: `isrc:${10_000 + index}`, bpm: 120 }),
  );
  await writeFacts(db, { userId: mine, facts });
  await createRuleSet(db, { userId: mine, name: "Fast", definition: faster(130) });
  const pages = exportUnmatched(db, { userId: mine, now });
  const first = await pages.next();
  await writeFacts(db, { userId: mine, facts: facts.map((track) => ({ ...track, bpm: 140 })) });
  const second = await pages.next();
  expect([first.value, second.value].map((page) => page?.length)).toEqual([2_000, 100]);
  expect((await pages.next()).done).toBe(true);
});
