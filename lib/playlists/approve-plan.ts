import "server-only";
import type { Db } from "@/db/handle";
import { openJob } from "@/db/queries/jobs";
import { lockPlan, type OwnPlan, updatePlan } from "@/db/queries/playlists-plans";
import { AppError } from "@/lib/errors";
import { holdPlaylist } from "./halt-plan";
import { planTitle } from "./plan-title";

/** A person agrees to a plan, or a rule set that they let write by itself: it may be carried out. Answers what to announce. */
export function approvePlan(db: Db, plan: OwnPlan): Promise<OwnPlan> {
  return db.transaction(async (tx) => {
    const stored = await lockProposed(tx, plan);
    await holdPlaylist(tx, stored);
    const { id, userId, writes } = stored;
    await updatePlan(tx, { ...plan, status: "applying" });
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
