import "server-only";
import type { Db } from "@/db/handle";
import { findRuleSet, findRuleZone, listRuleSets } from "@/db/queries/rule-sets";
import { listAllOverrides, listOverrides } from "@/db/queries/rule-sets-overrides";
import type { Selection } from "@/db/queries/rules-selection";
import { noSuchRuleSet } from "./no-such-rule-set";
import type { RuleDefinition } from "./rule-schema";

type Asked = { userId: string; now: Date };

/** A rule set as it is asked: what it says now, or what it says while it is edited. */
export async function readSelection(
  db: Db,
  {
    userId,
    ruleSetId,
    definition,
    now,
  }: Asked & { ruleSetId: string; definition?: RuleDefinition },
): Promise<Selection> {
  const own = { userId, ruleSetId };
  const [stored, overrides, timeZone] = await Promise.all([
    findRuleSet(db, own),
    listOverrides(db, own),
    findRuleZone(db, { userId }),
  ]);
  if (!stored) throw noSuchRuleSet();
  return { userId, rule: definition ?? stored.definition, overrides, at: { now, timeZone } };
}

/** All rule sets of a user, as they are asked. */
export async function readSelections(
  db: Db,
  { userId, now }: Asked,
): Promise<{ id: string; name: string; selection: Selection }[]> {
  const [sets, overrides, timeZone] = await Promise.all([
    listRuleSets(db, { userId }),
    listAllOverrides(db, { userId }),
    findRuleZone(db, { userId }),
  ]);
  const at = { now, timeZone };
  return sets.map(({ id, name, definition }) => ({
    id,
    name,
    selection: { userId, rule: definition, overrides: overrides.get(id) ?? [], at },
  }));
}
