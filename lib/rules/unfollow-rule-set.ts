import "server-only";
import type { Db } from "@/db/handle";
import { lockRuleSet, type OwnRuleSet } from "@/db/queries/rule-sets";
import { deleteTarget, findTarget, listWaitingPlans } from "@/db/queries/rule-sets-targets";
import { discardPlan } from "@/lib/playlists/approve-plan";

/**
 * No playlist follows from now on, and a change of it that waits for an answer goes. A run that is
 * about to approve one holds the rule set, and so comes before or not at all.
 */
export const unfollowRuleSet = (db: Db, own: OwnRuleSet): Promise<void> =>
  db.transaction(async (tx) => {
    await lockRuleSet(tx, own);
    const target = await findTarget(tx, own);
    if (!target) return;
    const { playlistId } = target;
    for (const waiting of await listWaitingPlans(tx, { ...own, playlistId })) {
      await discardPlan(tx, waiting);
    }
    await deleteTarget(tx, own);
  });
