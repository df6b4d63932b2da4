import "server-only";
import type { Db } from "@/db/handle";
import { deletePlan, findUnfinishedPlan } from "@/db/queries/playlists-plans";
import { findRuleSet, lockRuleSet, type OwnRuleSet, updateRuleSet } from "@/db/queries/rule-sets";
import { findTarget, notePlan } from "@/db/queries/rule-sets-targets";
import { approvePlan } from "@/lib/playlists/approve-plan";
import { takeUpPlan } from "@/lib/playlists/take-up-plan";
import { findTroubles } from "./find-troubles";
import { nextDue, nextTry } from "./next-run";
import { proposeRuleSet } from "./propose-rule-set";
import { troubleWords } from "./trouble-words";

type Run = OwnRuleSet & { now: Date };

/** What a run waited for, and of which moment facts must be to know it. */
type Waited = { askedAt: string; sourceIds: readonly string[]; since: string | null };

/** What became of a rule set whose time had come: nothing to do, carried out, or a person is asked. */
export type RunOutcome = {
  outcome: "nothing" | "approved" | "asks";
  planId: string | null;
};

const NOTHING = { outcome: "nothing", planId: null } as const;

/**
 * Plans the playlist that follows a rule set anew. A plan that needs nobody's word is approved:
 * announce it. Where a source could not be read, or facts do not know yet what was, it takes what is
 * known, and takes nothing out.
 */
export async function runRuleSet(
  db: Db,
  { now, waited, ...own }: Run & { waited?: Waited },
): Promise<RunOutcome> {
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

  const { askedAt = now.toISOString(), sourceIds = [], since = null } = waited ?? {};
  const chosen = ruleSet.definition.sources;
  const drawn = { userId: own.userId, chosen, sourceIds, askedAt: new Date(askedAt), since };
  const troubles = await findTroubles(db, drawn);
  const mayRemove = troubles.unread.length === 0 && !troubles.isBehind;
  const wish = {
    ...{ ...own, playlistId, name, follows: true, mayRemove },
    ...{ now, lane: "background" as const },
  };
  const { planId, adds, removes, moves } = await proposeRuleSet(db, wish);
  const plan = { planId, userId: own.userId };

  return db.transaction(async (tx) => {
    const asked = await lockRuleSet(tx, own);
    const problem = troubleWords(troubles);
    await settleRun(tx, { ...own, now, problem, isDone: mayRemove });
    const isLeft = (await findTarget(tx, own))?.playlistId !== playlistId;
    if (isLeft || !asked?.scheduleHours || adds + removes + moves === 0) {
      if (await deletePlan(tx, plan)) {
        // the one before is the last change again
        await notePlan(tx, { ...own, playlistId, name, planId: target.planId, plannedAt: now });
      }
      return NOTHING;
    }
    const isLess = troubles.removed > 0;
    if (!asked.automatic || isLess || removes > asked.removalThreshold) {
      return { outcome: "asks", planId };
    }
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
