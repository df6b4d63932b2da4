import "server-only";
import type { Db } from "@/db/handle";
import { findRuleSet, type OwnRuleSet } from "@/db/queries/rule-sets";
import { findTarget } from "@/db/queries/rule-sets-targets";
import { listSources } from "@/db/queries/sources";
import { canBeRead } from "@/lib/sources/can-be-read";
import { pauseAfter } from "@/lib/sources/pause-after";
import { requestSource } from "@/lib/sources/request-source";
import { wishOf } from "@/lib/sources/source-wish";
import { drawnFrom, isOld } from "./drawn-sources";

/** Of a rule set that draws from everything, so many sources are read at a turn. */
const MOST_UNCHOSEN = 50;
/** Three quarters of an hour: a provider that wants more patience holds up no rule set. */
const MOST_LOOKS = 60;

/** Sources that a run waits for before it plans. */
type SourcesAsked = { askedAt: string; sourceIds: string[]; lookAt: string | null };

/** Has what a rule set draws from read again, as far as it is old; each is to be announced. */
export async function refreshSources(
  db: Db,
  { now, ...own }: OwnRuleSet & { now: Date },
): Promise<SourcesAsked> {
  const sourceIds = await requestOld(db, { ...own, now });
  const lookAt = sourceIds.length > 0 ? pauseAfter(1, now) : null;
  return { askedAt: now.toISOString(), sourceIds, lookAt };
}

async function requestOld(db: Db, { now, ...own }: OwnRuleSet & { now: Date }): Promise<string[]> {
  const { userId } = own;
  const target = await findTarget(db, own);
  const ruleSet = await findRuleSet(db, own);
  if (!ruleSet || !target?.playlistId || target.planStatus === "applying") return [];
  const chosen = ruleSet.definition.sources;
  const most = chosen.length > 0 ? chosen.length : MOST_UNCHOSEN;
  const sourceIds: string[] = [];
  for (const source of drawnFrom(await listSources(db, { userId }), chosen)) {
    const { id, maxAgeMinutes } = source;
    if (sourceIds.length === most) break;
    // they grow old at different ages
    if (!isOld(source, now) || !(await canBeRead(db, { ...source, userId }))) continue;
    await requestSource(db, { ...wishOf(source), maxAgeMinutes, userId });
    sourceIds.push(id);
  }
  return sourceIds;
}

/** When to look again whether sources are fetched; null when there is nothing more to wait for. */
export async function lookAtSources(
  db: Db,
  args: { userId: string; sourceIds: readonly string[]; looks: number; now: Date },
): Promise<string | null> {
  const { userId, sourceIds, looks, now } = args;
  const stored = await listSources(db, { userId });
  const isGoing = stored.some(({ id, status }) => status === "fetching" && sourceIds.includes(id));
  return isGoing && looks < MOST_LOOKS ? pauseAfter(looks + 1, now) : null;
}
