import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { insertOverrides } from "@/db/queries/rule-sets-overrides";
import { listFacts } from "@/db/queries/rules-facts";
import { listSelection } from "@/db/queries/rules-select";
import { emptyTables } from "@/db/testing/empty-tables";
import { createMatch, createTrack } from "@/db/testing/factories";
import { forgetMarks } from "@/db/testing/forget-marks";
import { createListener, type Listener } from "@/db/testing/library-rows";
import { DRIFT, libraryOf, NIGHT, readAllFacts } from "@/db/testing/mixed-library";
import { createRuleSet } from "@/lib/rules/create-rule-set";
import { removeRuleSet } from "@/lib/rules/edit-rule-set";
import { overrideTrack } from "@/lib/rules/override-track";
import { readSelection } from "@/lib/rules/read-selection";
import { ruleDefinition } from "@/lib/rules/rule-schema";
import { refresh } from "./testing/refresh";

let mira: Listener;
let own = { userId: "", ruleSetId: "" };
const none = ruleDefinition.parse({ where: { all: [{ field: "bpm", op: "is", value: 1 }] } });
const setOf = async ({ userId }: Listener) => {
  const { id } = await createRuleSet(db, { userId, name: "Pins", definition: none });
  return { userId, ruleSetId: id };
};

beforeEach(async () => {
  await emptyTables(db, "users", "jobs", "styles", "labels", "artists", "track_enrichments");
  mira = await createListener(db);
  own = await setOf(mira);
});

const factsOf = (recordingKey: string, { userId } = mira) =>
  listFacts(db, { userId, recordingKeys: [recordingKey] }).then(([facts]) => facts ?? null);
const taken = async () => listSelection(db, await readSelection(db, { ...own, now: new Date() }));
const override = (kind: "pin" | "exclude" | null, recordingKey = NIGHT) =>
  overrideTrack(db, { ...own, recordingKey, kind, position: null });

const save = async () => {
  const library = libraryOf(mira);
  const item = await library.describe("night1", { name: "Night Drive", isrc: "DEABC2600001" });
  await library.sync((seen) => library.save("night1", item, seen));
  await refresh(db, mira);
  return {
    unsave: async () => {
      await library.sync((seen) => library.save("night1", item, { ...seen, gone: true }));
      await library.sync();
      await refresh(db, mira);
    },
  };
};

test("a pinned track is in as long as it is pinned, also when it leaves the library", async () => {
  const { unsave } = await save();
  await override("pin");
  await unsave();
  expect(await factsOf(NIGHT)).toMatchObject({ title: "Night Drive", isSaved: false });
  expect(await taken()).toEqual([NIGHT]);

  const refreshed = await readAllFacts();
  await forgetMarks(db, mira);
  await db.execute(sql`delete from track_facts`);
  await refresh(db, mira);
  expect(await readAllFacts()).toEqual(refreshed);
});

test("once it is pinned no more, a track that its user has nothing else to do with is forgotten", async () => {
  const { unsave } = await save();
  const other = await setOf(mira);
  const pin = { recordingKey: NIGHT, kind: "pin" as const, position: null };
  await override("pin");
  await overrideTrack(db, { ...other, ...pin });
  await override(null);
  expect(await factsOf(NIGHT)).not.toBeNull();
  await unsave();
  expect(await factsOf(NIGHT)).not.toBeNull();
  await override("pin");
  await override("exclude");
  expect(await factsOf(NIGHT)).not.toBeNull();
  await removeRuleSet(db, other);
  expect(await factsOf(NIGHT)).toBeNull();
});

test("a pin keeps a track known to its own user alone", async () => {
  const { unsave } = await save();
  const stranger = await createListener(db);
  const theirs = { ...(await setOf(stranger)), recordingKey: NIGHT };
  await insertOverrides(db, {
    ...theirs,
    overrides: [{ recordingKey: NIGHT, kind: "pin", position: null }],
  });
  await unsave();
  expect(await factsOf(NIGHT)).toBeNull();
});

test("a pin of a track that nobody knows yet holds once the catalogue has it", async () => {
  await refresh(db, mira);
  const overrides = [{ recordingKey: DRIFT, kind: "pin" as const, position: null }];
  await insertOverrides(db, { ...own, overrides });
  await refresh(db, mira);
  expect(await taken()).toEqual([]);
  const { id: trackId } = await createTrack(db, { title: "Drift", recordingKey: DRIFT });
  await createMatch(db, { trackId, externalId: "drift1", externalUri: "spotify:track:drift1" });
  await refresh(db, mira);
  expect(await factsOf(DRIFT)).toMatchObject({
    title: "Drift",
    spotifyUri: "spotify:track:drift1",
  });
  expect(await taken()).toEqual([DRIFT]);
});
