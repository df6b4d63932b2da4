import "server-only";
import type { Db } from "@/db/handle";
import { findRefresh } from "@/db/queries/facts-marks";
import type { OwnRuleSet } from "@/db/queries/rule-sets";
import { countTracks } from "@/db/queries/rule-sets-tracks";
import {
  countOverlaps,
  countUnmatched,
  listOverlap,
  listUnmatched,
} from "@/db/queries/rules-compare";
import { countSelection, listSelectedTracks } from "@/db/queries/rules-select";
import { noSuchRuleSet } from "./no-such-rule-set";
import { readSelections } from "./read-selection";
import type { RuleSetOverlap, RuleSetTrack } from "./rule-set-view";

const PAGE = 100;
const SHOWN_OF_OVERLAP = 20;

type Asked = { userId: string; now: Date };

/** The user's other rule sets that take some of the same tracks, those with most of them first. */
export async function readOverlaps(
  db: Db,
  { ruleSetId, ...asked }: OwnRuleSet & Asked,
): Promise<{ size: number; overlaps: RuleSetOverlap[] }> {
  const sets = await readSelections(db, asked);
  const mine = sets.find(({ id }) => id === ruleSetId);
  if (!mine) throw noSuchRuleSet();
  const others = sets.filter(({ id }) => id !== ruleSetId);
  const [size, counts] = await Promise.all([
    countSelection(db, mine.selection),
    countOverlaps(db, {
      one: mine.selection,
      others: others.map(({ selection }) => selection),
    }),
  ]);
  const overlaps = others.map(({ id, name }, index) => ({
    id,
    name,
    size: counts[index]?.other ?? 0,
    both: counts[index]?.both ?? 0,
  }));
  return {
    size,
    overlaps: overlaps
      .filter(({ both }) => both > 0)
      .toSorted((one, other) => other.both - one.both),
  };
}

/** The first of the tracks that two rule sets of a user both take. */
export async function readSharedTracks(
  db: Db,
  { ruleSetId, otherId, ...asked }: OwnRuleSet & Asked & { otherId: string },
): Promise<RuleSetTrack[]> {
  const sets = await readSelections(db, asked);
  const [one, other] = [ruleSetId, otherId].map((id) => sets.find((set) => set.id === id));
  if (!one || !other) throw noSuchRuleSet();
  const page = { offset: 0, size: SHOWN_OF_OVERLAP };
  const recordingKeys = await listOverlap(db, {
    ...{ one: one.selection, other: other.selection },
    ...page,
  });
  return listSelectedTracks(db, { userId: asked.userId, recordingKeys });
}

/** Of how many tracks, and of which moment what is known of them is: null until all were gathered once. */
type Known = { total: number; asOf: string | null };

/** The user's tracks that no rule set takes: how many, and a page of them. */
export async function readUnmatched(
  db: Db,
  { after, size = PAGE, ...asked }: Asked & { after: string | null; size?: number },
): Promise<Known & { count: number; tracks: RuleSetTrack[]; next: string | null }> {
  const { userId } = asked;
  const selections = (await readSelections(db, asked)).map(({ selection }) => selection);
  const [count, total, refresh, recordingKeys] = await Promise.all([
    countUnmatched(db, { userId, selections }),
    countTracks(db, { userId }),
    findRefresh(db, { userId }),
    listUnmatched(db, { userId, selections, after, size: size + 1 }),
  ]);
  const shown = recordingKeys.slice(0, size);
  return {
    ...{ count, total },
    asOf: refresh?.asOf?.toISOString() ?? null,
    tracks: await listSelectedTracks(db, { userId, recordingKeys: shown }),
    next: recordingKeys.length > size ? (shown.at(-1) ?? null) : null,
  };
}

/** A page of the tracks that no rule set of the user's takes, without counting all of them. */
export async function readUnmatchedPage(
  db: Db,
  { after, size, ...asked }: Asked & { after: string | null; size: number },
): Promise<{ tracks: RuleSetTrack[]; next: string | null }> {
  const { userId } = asked;
  const selections = (await readSelections(db, asked)).map(({ selection }) => selection);
  const keys = await listUnmatched(db, { userId, selections, after, size: size + 1 });
  const recordingKeys = keys.slice(0, size);
  return {
    tracks: await listSelectedTracks(db, { userId, recordingKeys }),
    next: keys.length > size ? (recordingKeys.at(-1) ?? null) : null,
  };
}

const EXPORT_PAGE = 2000;

/** All tracks that no rule set takes at the moment, some at a time. */
export async function* exportUnmatched(db: Db, asked: Asked): AsyncGenerator<RuleSetTrack[]> {
  const { userId } = asked;
  const selections = (await readSelections(db, asked)).map(({ selection }) => selection);
  const keys = await listUnmatched(db, { userId, selections });
  for (let start = 0; start < keys.length; start += EXPORT_PAGE) {
    const recordingKeys = keys.slice(start, start + EXPORT_PAGE);
    yield await listSelectedTracks(db, { userId, recordingKeys });
  }
}
