import { expect, test } from "vitest";
import { db } from "@/db/client";
import { writeFacts } from "@/db/queries/rules-facts";
import { insertTags } from "@/db/queries/tags";
import { createUser } from "@/db/testing/factories";
import { createRuleSet } from "./create-rule-set";
import { overrideTrack } from "./override-track";
import { readExplanation, readResult } from "./read-result";
import { readSelection } from "./read-selection";
import { everyTrack, ruleDefinition } from "./rule-schema";
import { makeTrack } from "./testing/make-track";

const now = new Date("2026-11-21T10:00:00Z");

test("what was said of a track is known however many it was said of", async () => {
  const mine = (await createUser(db)).id;
  const facts = [120, 150].map((bpm) => makeTrack({ recordingKey: `isrc:${bpm}`, bpm }));
  await writeFacts(db, { userId: mine, facts });
  const overrides = Array.from({ length: 300 }, (_, at) => ({
    ...{ recordingKey: at === 299 ? "isrc:150" : `isrc:gone-${at}`, position: null },
    kind: "exclude" as const,
  }));
  const wanted = { userId: mine, name: "Many", definition: everyTrack, overrides };
  const { id } = await createRuleSet(db, wanted);
  const selection = await readSelection(db, { userId: mine, ruleSetId: id, now });
  const result = await readResult(db, selection, { offset: 0 });
  expect(result.count).toBe(1);
  expect(result.kinds).toMatchObject({ "isrc:150": "exclude", "isrc:gone-0": "exclude" });
});

test("tracks that were pinned and those that were kept out are each told from the last on, with how many more", async () => {
  const userId = (await createUser(db)).id;
  const keys = Array.from({ length: 250 }, (_, at) => `isrc:${at}`);
  const facts = keys.map((recordingKey) => makeTrack({ recordingKey }));
  await writeFacts(db, { userId, facts });
  const overrides = keys
    .slice(0, 240)
    .map((recordingKey) => ({ recordingKey, kind: "pin" as const, position: null }));
  const wanted = { userId, name: "Said", definition: everyTrack, overrides };
  const own = { userId, ruleSetId: (await createRuleSet(db, wanted)).id };
  // a pin that ends takes along what was known for its sake alone
  const words = [{ tag: "opener", folded: "opener" }];
  await insertTags(db, { userId, recordingKeys: ["isrc:3"], words });
  const say = (recordingKey: string, kind: "pin" | "exclude") =>
    overrideTrack(db, { ...own, recordingKey, kind, position: null });
  for (const key of ["isrc:241", "isrc:240", "isrc:249", "isrc:3"]) await say(key, "exclude");
  await say("isrc:245", "pin");
  await say("isrc:240", "exclude");

  const { said } = await readResult(db, await readSelection(db, { ...own, now }), { offset: 0 });
  const keysOf = (kind: "pin" | "exclude") => said[kind].tracks.map((track) => track.recordingKey);
  expect(keysOf("exclude")).toEqual(["isrc:240", "isrc:3", "isrc:249", "isrc:241"]);
  expect(said.exclude.more).toBe(0);
  expect(keysOf("pin")[0]).toBe("isrc:245");
  expect(keysOf("pin")).toHaveLength(100);
  expect(said.pin.more).toBe(140);
});

test("a track that the rules ask for and a limit leaves out is told which limit that is", async () => {
  const userId = (await createUser(db)).id;
  const facts = [140, 130, 120, 110, 100].map((bpm, index) => {
    const of = { artists: [index < 2 ? "A" : `B${index}`], label: index < 3 ? "L" : `M${index}` };
    return makeTrack({ recordingKey: `isrc:${bpm}`, bpm, ...of });
  });
  await writeFacts(db, { userId, facts });
  const definition = ruleDefinition.parse({
    where: { all: [{ field: "bpm", op: "gte", value: 100 }] },
    sort: [{ field: "bpm", direction: "desc" }],
    ...{ perArtist: 1, perLabel: 1, limit: 2 },
  });
  const { id: ruleSetId } = await createRuleSet(db, { userId, name: "Few", definition });
  const own = { userId, ruleSetId };
  const read = async () => {
    const selection = await readSelection(db, { ...own, now });
    const all = facts.map(({ recordingKey }) => readExplanation(db, selection, { recordingKey }));
    return (await Promise.all(all)).map(({ leftOutBy }) => leftOutBy);
  };
  expect(await read()).toEqual([null, "perArtist", "perLabel", null, "limit"]);
  await overrideTrack(db, { ...own, recordingKey: "isrc:100", kind: "pin", position: null });
  expect(await read()).toEqual([null, "perArtist", "perLabel", "limit", null]);
  await overrideTrack(db, { ...own, recordingKey: "isrc:140", kind: "exclude", position: null });
  expect(await read()).toEqual([null, null, "perLabel", "limit", null]);
});
