import "server-only";
import type { Db } from "@/db/handle";
import { findRuleSet, type OwnRuleSet, type RuleSet } from "@/db/queries/rule-sets";
import { listOverrides } from "@/db/queries/rule-sets-overrides";
import { createRuleSet } from "./create-rule-set";
import { noSuchRuleSet } from "./no-such-rule-set";

/** Makes another one of it, with its pins and exclusions; its schedule and its playlist stay behind. */
export const duplicateRuleSet = (db: Db, own: OwnRuleSet): Promise<RuleSet> =>
  db.transaction(async (tx) => {
    const found = await findRuleSet(tx, own);
    if (!found) throw noSuchRuleSet();
    const { name, definition } = found;
    const overrides = await listOverrides(tx, own);
    const note = `A copy of “${name}”`;
    return createRuleSet(tx, { userId: own.userId, name, definition, overrides, note });
  });
