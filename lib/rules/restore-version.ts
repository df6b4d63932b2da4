import "server-only";
import type { Db } from "@/db/handle";
import type { OwnRuleSet, RuleSet } from "@/db/queries/rule-sets";
import { findVersion } from "@/db/queries/rule-sets-versions";
import { AppError } from "@/lib/errors";
import { saveRuleSet } from "./save-rule-set";

/** Makes what a rule set said in an earlier version what it says now, as a version of its own. */
export async function restoreVersion(
  db: Db,
  { version, basedOn, ...own }: OwnRuleSet & { version: number; basedOn: number },
): Promise<RuleSet> {
  const earlier = await findVersion(db, { ...own, version });
  if (!earlier) throw new AppError("NOT_FOUND", "There is no such version.");
  const { definition } = earlier;
  return saveRuleSet(db, { ...own, definition, basedOn, note: `As in version ${version}` });
}
