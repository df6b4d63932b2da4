import "server-only";
import { and, desc, eq } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { ruleSetVersions } from "@/db/schema";
import type { RuleDefinition } from "@/lib/rules/rule-schema";
import type { OwnRuleSet } from "./rule-sets";

const columns = {
  version: ruleSetVersions.version,
  definition: ruleSetVersions.definition,
  note: ruleSetVersions.note,
  createdAt: ruleSetVersions.createdAt,
};

export type RuleSetVersion = Pick<typeof ruleSetVersions.$inferSelect, keyof typeof columns>;

const own = ({ userId, ruleSetId }: OwnRuleSet) =>
  and(eq(ruleSetVersions.ruleSetId, ruleSetId), eq(ruleSetVersions.userId, userId));

export async function insertVersion(
  db: Db,
  row: OwnRuleSet & { version: number; definition: RuleDefinition; note: string | null },
): Promise<void> {
  await db.insert(ruleSetVersions).values(row);
}

/** The newest first. */
export const listVersionsOf = (
  db: Db,
  { limit, ...ruleSet }: OwnRuleSet & { limit: number },
): Promise<RuleSetVersion[]> =>
  db
    .select(columns)
    .from(ruleSetVersions)
    .where(own(ruleSet))
    .orderBy(desc(ruleSetVersions.version))
    .limit(limit);
