import "server-only";
import { cache } from "react";
import { z } from "zod";
import { db } from "@/db/client";
import { findRuleSet, findRuleZone, listRuleSets } from "@/db/queries/rule-sets";
import { findTarget, listTargets } from "@/db/queries/rule-sets-targets";
import { countTracks } from "@/db/queries/rule-sets-tracks";
import { listSources } from "@/db/queries/sources";
import { requirePageUser } from "@/lib/auth/session";
import { kindWords, listName } from "@/lib/sources/source-name";
import { wishOf } from "@/lib/sources/source-wish";
import { readTemplates } from "./begin-rule-set";
import { readUnmatched } from "./read-comparison";
import { readResult } from "./read-result";
import { readSelection } from "./read-selection";
import type { RuleSetListed, RuleSetOpened, RuleSetResult, SourceOffer } from "./rule-set-view";

/** The signed-in user's rule sets, by name. */
export const loadRuleSets = cache(async (): Promise<RuleSetListed[]> => {
  const user = await requirePageUser();
  const sets = await listRuleSets(db, { userId: user.id });
  return sets.map(({ id, name, scheduleHours, problem }) => ({ id, name, scheduleHours, problem }));
});

/** What to begin with. */
export async function loadTemplates() {
  const user = await requirePageUser();
  const templates = await readTemplates(db, { userId: user.id });
  return templates.map(({ id, name, words }) => ({ id, name, words }));
}

export async function loadKnownTracks(): Promise<number> {
  const user = await requirePageUser();
  return countTracks(db, { userId: user.id });
}

/** The playlists that can follow a rule set. */
export async function loadTargets() {
  const user = await requirePageUser();
  return listTargets(db, { userId: user.id });
}

/** In whose days the signed-in user's rules are asked. */
export async function loadRuleZone(): Promise<string> {
  const user = await requirePageUser();
  return findRuleZone(db, { userId: user.id });
}

/** The sources that a rule set can draw from. */
export async function loadSourceOffers(): Promise<SourceOffer[]> {
  const user = await requirePageUser();
  const stored = await listSources(db, { userId: user.id });
  return stored.map((source) => ({
    id: source.id,
    name: `${listName(source.name)} (${kindWords(source)})`,
    asOf: source.fetchedAt?.toISOString() ?? null,
    wish: wishOf(source),
  }));
}

const uuid = z.uuid();

/** A rule set with what it takes now; null when it is not the user's. */
export const loadRuleSet = cache(
  async (ruleSetId: string): Promise<{ ruleSet: RuleSetOpened; result: RuleSetResult } | null> => {
    const user = await requirePageUser();
    if (!uuid.safeParse(ruleSetId).success) return null;
    const own = { userId: user.id, ruleSetId };
    const found = await findRuleSet(db, own);
    if (!found) return null;
    const [target, selection] = await Promise.all([
      findTarget(db, own),
      readSelection(db, { ...own, now: new Date() }),
    ]);
    const result = await readResult(db, selection, { offset: 0 });
    const { createdAt, updatedAt, firstDueAt, ...shown } = found;
    return {
      ruleSet: {
        ...shown,
        target: target && {
          playlistId: target.playlistId,
          name: target.name,
          planId: target.planId,
          planStatus: target.planStatus,
          plannedAt: target.plannedAt,
        },
      },
      result,
    };
  },
);

/** The signed-in user's tracks that no rule set takes. */
export async function loadUnmatched(after: string | null) {
  const user = await requirePageUser();
  return readUnmatched(db, { userId: user.id, after, now: new Date() });
}
