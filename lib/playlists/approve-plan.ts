import "server-only";
import type { Db } from "@/db/handle";
import { openJob } from "@/db/queries/jobs";
import {
  findPlan,
  lockPlan,
  type OwnPlan,
  type StoredPlan,
  updatePlan,
} from "@/db/queries/playlists-plans";
import { lockRuleSet } from "@/db/queries/rule-sets";
import { putTarget } from "@/db/queries/rule-sets-targets";
import { AppError } from "@/lib/errors";
import { holdPlaylist, refuseTaken } from "./halt-plan";
import { planTitle } from "./plan-title";

/** A person agrees to a plan, or a rule set that they let write by itself: it may be carried out. Answers what to announce. */
export function approvePlan(db: Db, plan: OwnPlan): Promise<OwnPlan> {
  return db.transaction(async (tx) => {
    await lockRules(tx, plan);
    const stored = await lockProposed(tx, plan);
    await holdPlaylist(tx, stored);
    const { id, userId, writes } = stored;
    await updatePlan(tx, { ...plan, status: "applying" });
    await followRules(tx, stored);
    await openJob(tx, {
      kind: "playlist",
      subjectId: id,
      title: planTitle(stored),
      userId,
      total: writes,
    });
    return { planId: id, userId };
  });
}

/** First of all, as everybody does who decides which playlist follows. */
async function lockRules(db: Db, plan: OwnPlan): Promise<void> {
  const found = await findPlan(db, plan);
  if (found?.follows && found.ruleSetId) {
    await lockRuleSet(db, { userId: plan.userId, ruleSetId: found.ruleSetId });
  }
}

/** With the plan a person agreed that its playlist follows, in place of one that did. */
async function followRules(db: Db, plan: StoredPlan): Promise<void> {
  const { id, ruleSetId, follows, createdAt } = plan;
  if (!follows || !ruleSetId) return;
  const { userId, connectionId, playlistId, name } = plan;
  if (playlistId !== null) await refuseTaken(db, { userId, playlistId, ruleSetId });
  await putTarget(db, {
    ...{ userId, ruleSetId, connectionId, playlistId, name },
    ...{ planId: id, plannedAt: createdAt },
  });
}

export function discardPlan(db: Db, plan: OwnPlan): Promise<void> {
  return db.transaction(async (tx) => {
    await lockProposed(tx, plan);
    await updatePlan(tx, { ...plan, status: "discarded" });
  });
}

async function lockProposed(db: Db, plan: OwnPlan) {
  const stored = await lockPlan(db, plan);
  if (!stored) throw new AppError("NOT_FOUND", "There is no such plan.");
  if (stored.status !== "proposed") {
    throw new AppError("CONFLICT", "That plan was decided on already.");
  }
  return stored;
}
