import "server-only";
import type { Db } from "@/db/handle";
import type { RuleSet } from "@/db/queries/rule-sets";
import { listGoldenLabels } from "@/db/queries/rule-sets-tracks";
import { AppError } from "@/lib/errors";
import { createRuleSet } from "./create-rule-set";
import { everyTrack } from "./rule-schema";
import { type RuleTemplate, ruleTemplates } from "./templates";

/** So many labels a template names at most. */
const LABELS = 40;

/** What a user's rule sets can begin with. */
export const readTemplates = async (db: Db, own: { userId: string }): Promise<RuleTemplate[]> =>
  ruleTemplates(await listGoldenLabels(db, { ...own, limit: LABELS }));

/** Makes a rule set that says what a template says, or, without one, takes every track. */
export async function beginRuleSet(
  db: Db,
  { templateId, ...wanted }: { userId: string; name: string; templateId: string | null },
): Promise<RuleSet> {
  if (templateId === null) return createRuleSet(db, { ...wanted, definition: everyTrack });
  const template = (await readTemplates(db, wanted)).find(({ id }) => id === templateId);
  if (!template) throw new AppError("NOT_FOUND", "There is no such template.");
  return createRuleSet(db, { ...wanted, definition: template.definition });
}
