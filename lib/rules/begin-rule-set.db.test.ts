import { expect, test } from "vitest";
import { findRuleSet } from "@/db/queries/rule-sets";
import { writeFacts } from "@/db/queries/rules-facts";
import { createUser } from "@/db/testing/factories";
import { withRollback } from "@/db/testing/rollback";
import { beginRuleSet, readTemplates } from "./begin-rule-set";
import { makeTrack } from "./testing/make-track";

const golden = (recordingKey: string, label: string) =>
  makeTrack({ recordingKey, label, stage: "golden" });

test("a rule set that begins with a template says what the template says, with one's own labels", () =>
  withRollback(async (tx) => {
    const [{ id: userId }, other] = [await createUser(tx), await createUser(tx)];
    const facts = [golden("a", "Tresor"), golden("b", "Ostgut Ton"), golden("c", "Tresor")];
    await writeFacts(tx, { userId, facts });
    await writeFacts(tx, { userId: other.id, facts: [golden("a", "Theirs")] });
    for (const { id, name, definition } of await readTemplates(tx, { userId })) {
      const made = await beginRuleSet(tx, { userId, name, templateId: id });
      const found = await findRuleSet(tx, { userId, ruleSetId: made.id });
      expect(found).toMatchObject({ name, version: 1, definition });
    }
    const fresh = await beginRuleSet(tx, { userId, name: "New", templateId: "new-in-my-labels" });
    expect(fresh.definition.where).toMatchObject({
      all: [{ field: "label", op: "in", value: ["Tresor", "Ostgut Ton"] }, {}, {}],
    });
  }));

test("without a template it takes every track, and a template that is not there makes none", () =>
  withRollback(async (tx) => {
    const { id: userId } = await createUser(tx);
    const empty = await beginRuleSet(tx, { userId, name: "New rule set", templateId: null });
    expect(empty.definition).toMatchObject({ where: { all: [] }, limit: null, sources: [] });
    const none = beginRuleSet(tx, { userId, name: "New", templateId: "gone" });
    await expect(none).rejects.toMatchObject({ code: "NOT_FOUND" });
  }));
