import "server-only";
import { and, asc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { ruleOverrides } from "@/db/schema";
import type { RuleOverride } from "@/lib/rules/override";
import type { OwnRuleSet } from "./rule-sets";

const columns = {
  recordingKey: ruleOverrides.recordingKey,
  kind: ruleOverrides.kind,
  position: ruleOverrides.position,
};

const own = ({ userId, ruleSetId }: OwnRuleSet) =>
  and(eq(ruleOverrides.ruleSetId, ruleSetId), eq(ruleOverrides.userId, userId));

export const listOverrides = (db: Db, ruleSet: OwnRuleSet): Promise<RuleOverride[]> =>
  db
    .select(columns)
    .from(ruleOverrides)
    .where(own(ruleSet))
    .orderBy(asc(ruleOverrides.createdAt), asc(ruleOverrides.recordingKey));

/** What a person said of the tracks of all their rule sets, by rule set. */
export async function listAllOverrides(
  db: Db,
  { userId }: { userId: string },
): Promise<Map<string, RuleOverride[]>> {
  const rows = await db
    .select({ ruleSetId: ruleOverrides.ruleSetId, ...columns })
    .from(ruleOverrides)
    .where(eq(ruleOverrides.userId, userId))
    .orderBy(asc(ruleOverrides.createdAt), asc(ruleOverrides.recordingKey));
  const bySet = new Map<string, RuleOverride[]>();
  for (const { ruleSetId, ...override } of rows) {
    const known = bySet.get(ruleSetId);
    if (known) known.push(override);
    else bySet.set(ruleSetId, [override]);
  }
  return bySet;
}

/** Says it of a track, in place of what was said before. */
export async function putOverride(db: Db, row: OwnRuleSet & RuleOverride): Promise<void> {
  const { kind, position } = row;
  await db
    .insert(ruleOverrides)
    .values(row)
    .onConflictDoUpdate({
      target: [ruleOverrides.ruleSetId, ruleOverrides.recordingKey],
      set: { kind, position, createdAt: sql`excluded.created_at` },
      setWhere: eq(ruleOverrides.userId, row.userId),
    });
}

export async function insertOverrides(
  db: Db,
  { overrides, ...ruleSet }: OwnRuleSet & { overrides: readonly RuleOverride[] },
): Promise<void> {
  if (overrides.length === 0) return;
  await db.insert(ruleOverrides).values(overrides.map((one) => ({ ...ruleSet, ...one })));
}

export async function deleteOverrides(
  db: Db,
  { recordingKeys, ...ruleSet }: OwnRuleSet & { recordingKeys: readonly string[] },
): Promise<void> {
  await db
    .delete(ruleOverrides)
    .where(and(own(ruleSet), inArray(ruleOverrides.recordingKey, [...recordingKeys])));
}

export async function countOverrides(db: Db, ruleSet: OwnRuleSet): Promise<number> {
  const [row] = await db
    .select({ said: sql<number>`count(*)::int` })
    .from(ruleOverrides)
    .where(own(ruleSet));
  return row?.said ?? 0;
}
