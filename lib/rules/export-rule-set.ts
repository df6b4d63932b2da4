import "server-only";
import type { Db } from "@/db/handle";
import { findRuleSet, type OwnRuleSet } from "@/db/queries/rule-sets";
import { listOverrides } from "@/db/queries/rule-sets-overrides";
import { noSuchRuleSet } from "./no-such-rule-set";
import { ruleFile } from "./rule-file";

/** A user's rule set as a file. */
export async function exportRuleSet(db: Db, own: OwnRuleSet) {
  const found = await findRuleSet(db, own);
  if (!found) throw noSuchRuleSet();
  const { name, definition } = found;
  return ruleFile({ name, definition, overrides: await listOverrides(db, own) });
}
