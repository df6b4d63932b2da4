import "server-only";
import type { Db } from "@/db/handle";
import { deletePlan, findUnfinishedPlan } from "@/db/queries/playlists-plans";
import { findRuleSet, lockRuleSet, type OwnRuleSet, updateRuleSet } from "@/db/queries/rule-sets";
import { findTarget, notePlan } from "@/db/queries/rule-sets-targets";
import { approvePlan } from "@/lib/playlists/approve-plan";
import { takeUpPlan } from "@/lib/playlists/take-up-plan";
import { nextDue, nextTry } from "./next-run";
import { proposeRuleSet } from "./propose-rule-set";

type Run = OwnRuleSet & { now: Date };

/** What became of a rule set whose time had come: nothing to do, carried out, or a person is asked. */
export type RunOutcome = {
  outcome: "nothing" | "approved" | "asks";
  planId: string | null;
};

const NOTHING = { outcome: "nothing", planId: null } as const;

/** Plans the playlist that follows a rule set anew. A plan that needs nobody's word is approved: announce it. */
export async function runRuleSet(db: Db, { now, ...own }: Run): Promise<RunOutcome> {
  const ruleSet = await findRuleSet(db, own);
  const target = await findTarget(db, own);
  const isAwaited = ruleSet !== null && ruleSet.scheduleHours !== null;
  if (!isAwaited || !target?.playlistId || target.planStatus === "applying") {
    const isDone = target?.planStatus !== "applying";
    await settleRun(db, { ...own, now, problem: null, isDone });
    return NOTHING;
  }
  const { playlistId, name } = target;
  const takenUp = await takeUpLast(db, { ...own, playlistId, now });
  if (takenUp) return takenUp;

  const wish = { ...own, playlistId, name, follows: true, now, lane: "background" as const };
  const { planId, adds, removes, moves } = await proposeRuleSet(db, wish);
  const plan = { planId, userId: own.userId };

  return db.transaction(async (tx) => {
    const asked = await lockRuleSet(tx, own);
    await settleRun(tx, { ...own, now, problem: null });
    const isLeft = (await findTarget(tx, own))?.playlistId !== playlistId;
    if (isLeft || !asked?.scheduleHours || adds + removes + moves === 0) {
      if (await deletePlan(tx, plan)) {
        // the one before is the last change again
        await notePlan(tx, { ...own, playlistId, name, planId: target.planId, plannedAt: now });
      }
      return NOTHING;
    }
    if (!asked.automatic || removes > asked.removalThreshold) return { outcome: "asks", planId };
    await approvePlan(tx, plan);
    return { outcome: "approved", planId };
  });
}

/** A change of its own that gave up goes on first, where nobody has to be asked; null when there is none. */
const takeUpLast = (
  db: Db,
  { playlistId, now, ...own }: Run & { playlistId: string },
): Promise<RunOutcome | null> =>
  db.transaction(async (tx) => {
    const ruleSet = await lockRuleSet(tx, own);
    const last = await findUnfinishedPlan(tx, { userId: own.userId, playlistId });
    if (!ruleSet?.automatic || last?.ruleSetId !== own.ruleSetId) return null;
    const planId = last.id;
    if (!(await takeUpPlan(tx, { planId, userId: own.userId }))) return null;
    const problem = `Its last change was not finished, and goes on. ${last.problem ?? ""}`.trim();
    await settleRun(tx, { ...own, now, problem });
    return { outcome: "approved", planId };
  });

/** Says when it runs next, and why it did not run when it did not: then it is tried again soon. */
export const settleRun = (
  db: Db,
  {
    now,
    problem,
    isDone = problem === null,
    ...own
  }: Run & { problem: string | null; isDone?: boolean },
): Promise<void> =>
  db.transaction(async (tx) => {
    const ruleSet = await lockRuleSet(tx, own);
    if (!ruleSet) return;
    const next = isDone ? nextDue : nextTry;
    await updateRuleSet(tx, { ...own, problem, nextRunAt: next({ ...ruleSet, now }) });
  });
