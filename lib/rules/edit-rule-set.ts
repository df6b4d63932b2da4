import "server-only";
import type { Db } from "@/db/handle";
import { lockFacts } from "@/db/queries/facts-stale";
import {
  deleteRuleSet,
  listRuleSets,
  lockRuleSet,
  lockRuleSetsOf,
  type OwnRuleSet,
  type RuleSet,
  updateRuleSet,
} from "@/db/queries/rule-sets";
import { listOverrides } from "@/db/queries/rule-sets-overrides";
import { dropLeftRecordings } from "@/lib/enrichment/settle-recordings";
import { AppError } from "@/lib/errors";
import { nextDue } from "./next-run";
import { noSuchRuleSet } from "./no-such-rule-set";
import { pinnedKeys } from "./override";
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

/** When its playlist is made anew, and whether a person is asked first. The same hours count on. */
export const scheduleRuleSet = (
  db: Db,
  { now, userId, ruleSetId, ...schedule }: OwnRuleSet & Schedule & { now: Date },
): Promise<RuleSet> =>
  db.transaction(async (tx) => {
    const own = { userId, ruleSetId };
    const { scheduleHours } = schedule;
    const before = found(await lockRuleSet(tx, own));
    const firstDueAt = nextDue({ scheduleHours, firstDueAt: null, now });
    const clock =
      scheduleHours === before.scheduleHours ? {} : { firstDueAt, nextRunAt: firstDueAt };
    return found(await updateRuleSet(tx, { ...own, ...schedule, ...clock, problem: null }));
  });

/** With it end its pins, and what was known for their sake alone. */
export const removeRuleSet = (db: Db, own: OwnRuleSet): Promise<void> =>
  db.transaction(async (tx) => {
    await lockFacts(tx, own);
    const overrides = await listOverrides(tx, own);
    if (!(await deleteRuleSet(tx, own))) throw noSuchRuleSet();
    await dropLeftRecordings(tx, { ...own, recordingKeys: pinnedKeys(overrides) });
  });

function found(ruleSet: RuleSet | null): RuleSet {
  if (!ruleSet) throw noSuchRuleSet();
  return ruleSet;
}
