import { expect, test } from "vitest";
import { listRuleSets } from "@/db/queries/rule-sets";
import { listOverrides } from "@/db/queries/rule-sets-overrides";
import { listFacts, writeFacts } from "@/db/queries/rules-facts";
import { createTrack, createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { createRuleSet } from "./create-rule-set";
import { exportRuleSet } from "./export-rule-set";
import { importRuleSet } from "./import-rule-set";
import { overrideTrack } from "./override-track";
import { ruleTemplates } from "./templates";
import { makeTrack } from "./testing/make-track";

const [definition] = ruleTemplates(["Tresor"]).map((template) => template.definition);
if (!definition) throw new Error("there are no templates");

test("what was exported is imported as another rule set with the same rules, pins and exclusions", () =>
  withRollback(async (tx) => {
    const [{ id: userId }, stranger] = [await createUser(tx), await createUser(tx)];
    const facts = ["a", "b"].map((recordingKey) => makeTrack({ recordingKey }));
    await writeFacts(tx, { userId, facts });
    const { id: ruleSetId } = await createRuleSet(tx, { userId, name: "Fresh", definition });
    const own = { userId, ruleSetId };
    await overrideTrack(tx, { ...own, recordingKey: "a", kind: "pin", position: 2 });
    await overrideTrack(tx, { ...own, recordingKey: "b", kind: "exclude", position: null });

    const text = JSON.stringify(await exportRuleSet(tx, own));
    const made = await importRuleSet(tx, { userId, text, fallbackName: "file" });
    expect(made.problems).toBeNull();
    const sets = await listRuleSets(tx, { userId });
    expect(sets).toMatchObject([{ name: "Fresh" }, { id: made.id, name: "Fresh (2)", definition }]);
    const said = await listOverrides(tx, { userId, ruleSetId: made.id ?? "" });
    expect(said).toEqual(await listOverrides(tx, own));
    expect(said).toHaveLength(2);

    const theirs = exportRuleSet(tx, { ruleSetId, userId: stranger.id });
    await expect(theirs).rejects.toMatchObject({ code: "NOT_FOUND" });
  }));

test("an imported pin holds for a track that Clouder knows, and what it does not know is counted", () =>
  withRollback(async (tx) => {
    const [{ id: userId }, stranger] = [await createUser(tx), await createUser(tx)];
    await createTrack(tx, { recordingKey: "isrc:IN-CATALOGUE", title: "Drift" });
    await writeFacts(tx, {
      userId: stranger.id,
      facts: [makeTrack({ recordingKey: "isrc:THEIRS" })],
    });
    const overrides = [
      { recordingKey: "isrc:IN-CATALOGUE", kind: "pin" },
      { recordingKey: "isrc:THEIRS", kind: "pin" },
      { recordingKey: "isrc:NOWHERE", kind: "exclude" },
    ];
    const text = JSON.stringify({ name: "Pins", definition, overrides });
    const made = await importRuleSet(tx, { userId, text, fallbackName: "file" });
    expect(made).toMatchObject({ problems: null, unknown: 2 });
    const recordingKeys = overrides.map(({ recordingKey }) => recordingKey);
    const known = await listFacts(tx, { userId, recordingKeys });
    expect(known).toMatchObject([{ recordingKey: "isrc:IN-CATALOGUE", title: "Drift" }]);
  }));

test("a file that is no rule set makes none, and says what is wrong", () =>
  withRollback(async (tx) => {
    const { id: userId } = await createUser(tx);
    for (const text of ["", "{", "[]", '{"definition":{"where":{"all":[1]}}}']) {
      const answer = await importRuleSet(tx, { userId, text, fallbackName: "file" });
      expect(answer).toMatchObject({ id: null, problems: [{}] });
    }
    expect(await listRuleSets(tx, { userId })).toEqual([]);
  }));
