import "server-only";
import type { Db } from "@/db/handle";
import { insertRuleSet, listRuleSets, lockRuleSetsOf, type RuleSet } from "@/db/queries/rule-sets";
import { insertOverrides } from "@/db/queries/rule-sets-overrides";
import { insertVersion } from "@/db/queries/rule-sets-versions";
import { AppError } from "@/lib/errors";
import type { RuleOverride } from "./override";
import type { RuleDefinition } from "./rule-schema";
import { freeName } from "./rule-set-name";

const MOST_RULE_SETS = 200;

type Wanted = {
  userId: string;
  name: string;
  definition: RuleDefinition;
  overrides?: readonly RuleOverride[];
  note?: string | null;
};

/** Makes a rule set with its first version; where the name is taken, a number makes it free. */
export const createRuleSet = (
  db: Db,
  { userId, name, definition, overrides = [], note = null }: Wanted,
): Promise<RuleSet> =>
  db.transaction(async (tx) => {
    await lockRuleSetsOf(tx, { userId });
    const others = await listRuleSets(tx, { userId });
    if (others.length >= MOST_RULE_SETS) {
      throw new AppError("CONFLICT", `There are ${MOST_RULE_SETS} rule sets: delete one first.`);
    }
    const free = freeName(
      name,
      others.map((one) => one.name),
    );
    const made = await insertRuleSet(tx, { userId, name: free, definition });
    const own = { userId, ruleSetId: made.id };
    await insertVersion(tx, { ...own, version: made.version, definition, note });
    await insertOverrides(tx, { ...own, overrides });
    return made;
  });
