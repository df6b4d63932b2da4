import "server-only";
import type { Db } from "@/db/handle";
import { lockRuleSet, type OwnRuleSet, updateRuleSet } from "@/db/queries/rule-sets";
import { findTarget } from "@/db/queries/rule-sets-targets";
import { approvePlan, discardPlan } from "@/lib/playlists/approve-plan";
import { nextRunOf } from "./edit-rule-set";
import { proposeRuleSet } from "./propose-rule-set";

type Run = OwnRuleSet & { now: Date };

/** What became of a rule set whose time had come: nothing to do, carried out, or a person is asked. */
export type RunOutcome = {
  outcome: "nothing" | "approved" | "asks";
  planId: string | null;
};

/** Plans the playlist that follows a rule set anew. A plan that needs nobody's word is approved: announce it. */
export async function runRuleSet(db: Db, { now, ...own }: Run): Promise<RunOutcome> {
  const target = await findTarget(db, own);
  if (!target?.playlistId || target.planStatus === "applying") {
    await settleRun(db, { ...own, now, problem: null });
    return { outcome: "nothing", planId: null };
  }
  const { playlistId, name } = target;
  const wish = { ...own, playlistId, name, follows: true, now, lane: "background" as const };
  const { planId, adds, removes, moves } = await proposeRuleSet(db, wish);
  const plan = { planId, userId: own.userId };

  return db.transaction(async (tx) => {
    const ruleSet = await lockRuleSet(tx, own);
    await settleRun(tx, { ...own, now, problem: null });
    const isLeft = (await findTarget(tx, own))?.playlistId !== playlistId;
    if (isLeft || adds + removes + moves === 0) {
      await discardPlan(tx, plan);
      return { outcome: "nothing", planId };
    }
    if (!ruleSet?.automatic || removes > ruleSet.removalThreshold) {
      return { outcome: "asks", planId };
    }
    await approvePlan(tx, plan);
    return { outcome: "approved", planId };
  });
}

/** Says when it runs next, and why it did not run when it did not. */
export const settleRun = (
  db: Db,
  { now, problem, ...own }: Run & { problem: string | null },
): Promise<void> =>
  db.transaction(async (tx) => {
    const ruleSet = await lockRuleSet(tx, own);
    if (!ruleSet) return;
    const { scheduleHours } = ruleSet;
    await updateRuleSet(tx, { ...own, problem, nextRunAt: nextRunOf({ scheduleHours, now }) });
  });
