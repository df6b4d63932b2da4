import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { ruleSets, users } from "@/db/schema";
import type { RuleDefinition } from "@/lib/rules/rule-schema";
import { findTimeZone } from "./plays-recounts";

export type OwnRuleSet = { userId: string; ruleSetId: string };

const own = ({ userId, ruleSetId }: OwnRuleSet) =>
  and(eq(ruleSets.id, ruleSetId), eq(ruleSets.userId, userId));

const columns = {
  id: ruleSets.id,
  name: ruleSets.name,
  definition: ruleSets.definition,
  version: ruleSets.version,
  scheduleHours: ruleSets.scheduleHours,
  automatic: ruleSets.automatic,
  removalThreshold: ruleSets.removalThreshold,
  firstDueAt: ruleSets.firstDueAt,
  nextRunAt: ruleSets.nextRunAt,
  problem: ruleSets.problem,
  createdAt: ruleSets.createdAt,
  updatedAt: ruleSets.updatedAt,
};

/** A user's rule set as it is stored. */
export type RuleSet = Pick<typeof ruleSets.$inferSelect, keyof typeof columns>;

export async function insertRuleSet(
  db: Db,
  row: { userId: string; name: string; definition: RuleDefinition },
): Promise<RuleSet> {
  const [made] = await db.insert(ruleSets).values(row).returning(columns);
  if (!made) throw new Error("a rule set was not stored");
  return made;
}

/** Nobody else makes one of this user's until the transaction ends. */
export async function lockRuleSetsOf(db: Db, { userId }: { userId: string }): Promise<void> {
  await db.select({ id: users.id }).from(users).where(eq(users.id, userId)).for("no key update");
}

/** A user's rule sets, by name. */
export const listRuleSets = (db: Db, { userId }: { userId: string }): Promise<RuleSet[]> =>
  db
    .select(columns)
    .from(ruleSets)
    .where(eq(ruleSets.userId, userId))
    .orderBy(asc(sql`lower(${ruleSets.name})`), asc(ruleSets.createdAt), asc(ruleSets.id));

export async function findRuleSet(db: Db, ruleSet: OwnRuleSet): Promise<RuleSet | null> {
  const [row] = await db.select(columns).from(ruleSets).where(own(ruleSet));
  return row ?? null;
}

/** Nobody else changes it until the transaction ends. */
export async function lockRuleSet(db: Db, ruleSet: OwnRuleSet): Promise<RuleSet | null> {
  const [row] = await db.select(columns).from(ruleSets).where(own(ruleSet)).for("no key update");
  return row ?? null;
}

type Change = Partial<
  Pick<
    RuleSet,
    | "name"
    | "definition"
    | "version"
    | "scheduleHours"
    | "automatic"
    | "removalThreshold"
    | "firstDueAt"
    | "nextRunAt"
    | "problem"
  >
>;

/** Answers the rule set as it is then; null when it is not the user's. */
export async function updateRuleSet(
  db: Db,
  { userId, ruleSetId, ...change }: OwnRuleSet & Change,
): Promise<RuleSet | null> {
  const [row] = await db
    .update(ruleSets)
    .set({ ...change, updatedAt: sql`now()` })
    .where(own({ userId, ruleSetId }))
    .returning(columns);
  return row ?? null;
}

/** Answers whether it was there. */
export async function deleteRuleSet(db: Db, ruleSet: OwnRuleSet): Promise<boolean> {
  const gone = await db.delete(ruleSets).where(own(ruleSet)).returning({ id: ruleSets.id });
  return gone.length > 0;
}

/** In whose days a user's rules are asked. */
export const findRuleZone = async (db: Db, own: { userId: string }): Promise<string> =>
  (await findTimeZone(db, own)) ?? "UTC";
