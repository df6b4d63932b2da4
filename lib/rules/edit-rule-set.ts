import "server-only";
import type { Db } from "@/db/handle";
import {
  deleteRuleSet,
  listRuleSets,
  lockRuleSetsOf,
  type OwnRuleSet,
  type RuleSet,
  updateRuleSet,
} from "@/db/queries/rule-sets";
import { AppError } from "@/lib/errors";
import { noSuchRuleSet } from "./no-such-rule-set";
import { freeName } from "./rule-set-name";

export const renameRuleSet = (
  db: Db,
  { name, ...own }: OwnRuleSet & { name: string },
): Promise<RuleSet> =>
  db.transaction(async (tx) => {
    await lockRuleSetsOf(tx, own);
    const others = (await listRuleSets(tx, own)).filter(({ id }) => id !== own.ruleSetId);
    const taken = others.map((other) => other.name);
    if (freeName(name, taken) !== name) {
      throw new AppError("CONFLICT", `There is another rule set named “${name}”.`);
    }
    return found(await updateRuleSet(tx, { ...own, name }));
  });

type Schedule = Pick<RuleSet, "scheduleHours" | "automatic" | "removalThreshold">;

const HOUR_MS = 3_600_000;

export const nextRunOf = ({
  scheduleHours,
  now,
}: {
  scheduleHours: number | null;
  now: Date;
}): Date | null =>
  scheduleHours === null ? null : new Date(now.getTime() + scheduleHours * HOUR_MS);

/** When its playlist is made anew, and whether a person is asked first. */
export async function scheduleRuleSet(
  db: Db,
  { now, ...change }: OwnRuleSet & Schedule & { now: Date },
): Promise<RuleSet> {
  const nextRunAt = nextRunOf({ ...change, now });
  return found(await updateRuleSet(db, { ...change, nextRunAt, problem: null }));
}

export async function removeRuleSet(db: Db, own: OwnRuleSet): Promise<void> {
  if (!(await deleteRuleSet(db, own))) throw noSuchRuleSet();
}

function found(ruleSet: RuleSet | null): RuleSet {
  if (!ruleSet) throw noSuchRuleSet();
  return ruleSet;
}
