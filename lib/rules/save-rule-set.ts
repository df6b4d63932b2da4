import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/db/handle";
import { lockRuleSet, type OwnRuleSet, type RuleSet, updateRuleSet } from "@/db/queries/rule-sets";
import { insertVersion } from "@/db/queries/rule-sets-versions";
import { AppError } from "@/lib/errors";
import { noSuchRuleSet } from "./no-such-rule-set";
import type { RuleDefinition } from "./rule-schema";

type Wanted = OwnRuleSet & {
  definition: RuleDefinition;
  /** The version that was changed; another one now is a conflict, and nothing is saved. */
  basedOn: number;
  note?: string | null;
};

/** Keeps what a rule set says now as its next version. The same as before is no version. */
export const saveRuleSet = (
  db: Db,
  { definition, basedOn, note = null, ...own }: Wanted,
): Promise<RuleSet> =>
  db.transaction(async (tx) => {
    const stored = await lockRuleSet(tx, own);
    if (!stored) throw noSuchRuleSet();
    if (stored.version !== basedOn) {
      throw new AppError(
        "CONFLICT",
        `“${stored.name}” was saved elsewhere meanwhile: it is at version ${stored.version}, and this was version ${basedOn}.`,
      );
    }
    if (isDeepStrictEqual(stored.definition, definition)) return stored;
    const version = stored.version + 1;
    await insertVersion(tx, { ...own, version, definition, note });
    const saved = await updateRuleSet(tx, { ...own, definition, version });
    if (!saved) throw new Error("a locked rule set went away");
    return saved;
  });
