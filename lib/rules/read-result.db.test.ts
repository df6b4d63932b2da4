import { expect, test } from "vitest";
import { db } from "@/db/client";
import { writeFacts } from "@/db/queries/rules-facts";
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
