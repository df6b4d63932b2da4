import "server-only";
import type { Db } from "@/db/handle";
import { findRefresh } from "@/db/queries/facts-marks";
import { countTracks, searchTracks } from "@/db/queries/rule-sets-tracks";
import { countOverlap, listOnly } from "@/db/queries/rules-compare";
import { listFacts } from "@/db/queries/rules-facts";
import {
  countSelection,
  isSelected,
  listSelectedTracks,
  listSelection,
} from "@/db/queries/rules-select";
import type { Selection } from "@/db/queries/rules-selection";
import { AppError } from "@/lib/errors";
import { explainRule, type LimitKind, limitKinds } from "./explain-rule";
import { foldText } from "./fold-text";
import type { OverrideKind, RuleOverride } from "./override";
import type { RuleDefinition } from "./rule-schema";
import type { RuleSetDifference, RuleSetResult, TrackExplained } from "./rule-set-view";

const SAMPLE = 20;
const MOST_SAID = 100;
const FOUND = 12;

/** How many tracks a rule set takes, and a page of them. */
export async function readResult(
  db: Db,
  selection: Selection,
  { offset }: { offset: number },
): Promise<RuleSetResult> {
  const { userId, overrides } = selection;
  const [count, total, refresh, recordingKeys] = await Promise.all([
    countSelection(db, selection),
    countTracks(db, { userId }),
    findRefresh(db, { userId }),
    listSelection(db, selection, { offset, size: SAMPLE }),
  ]);
  const [pin, exclude] = [saidLast(overrides, "pin"), saidLast(overrides, "exclude")];
  const rows = await listSelectedTracks(db, {
    userId,
    recordingKeys: [...new Set([...recordingKeys, ...pin.keys, ...exclude.keys])],
  });
  const byKey = new Map(rows.map((row) => [row.recordingKey, row]));
  const tracksOf = (keys: readonly string[]) => keys.flatMap((key) => byKey.get(key) ?? []);
  return {
    count,
    total,
    asOf: refresh?.asOf?.toISOString() ?? null,
    tracks: tracksOf(recordingKeys),
    said: {
      pin: { tracks: tracksOf(pin.keys), more: pin.more },
      exclude: { tracks: tracksOf(exclude.keys), more: exclude.more },
    },
    kinds: Object.fromEntries(overrides.map(({ recordingKey, kind }) => [recordingKey, kind])),
  };
}

/** Of which tracks something was said, the last of them first. */
function saidLast(overrides: readonly RuleOverride[], kind: OverrideKind) {
  const keys = overrides.filter((one) => one.kind === kind).map(({ recordingKey }) => recordingKey);
  const last = keys.toReversed().slice(0, MOST_SAID);
  return { keys: last, more: keys.length - last.length };
}

/** What saving would change: what comes into the result and what goes out of it. */
export async function readDifference(
  db: Db,
  { before, after }: { before: Selection; after: Selection },
): Promise<RuleSetDifference> {
  const { userId } = after;
  const page = { offset: 0, size: SAMPLE };
  const [{ one, other, both }, coming, going] = await Promise.all([
    countOverlap(db, { one: before, other: after }),
    listOnly(db, { one: after, without: before, ...page }),
    listOnly(db, { one: before, without: after, ...page }),
  ]);
  const [comes, goes] = await Promise.all([
    listSelectedTracks(db, { userId, recordingKeys: coming }),
    listSelectedTracks(db, { userId, recordingKeys: going }),
  ]);
  return { before: one, after: other, coming: other - both, going: one - both, comes, goes };
}

/** Why a rule set takes a track, or does not. */
export async function readExplanation(
  db: Db,
  selection: Selection,
  { recordingKey }: { recordingKey: string },
): Promise<TrackExplained> {
  const { rule, overrides, at, userId } = selection;
  const [track] = await listFacts(db, { userId, recordingKeys: [recordingKey] });
  if (!track) throw new AppError("NOT_FOUND", "That track is not known.");
  const { title, mixName, artists } = track;
  const explanation = explainRule(rule, track, { overrides, at });
  return {
    recordingKey,
    ...{ title, mixName, artists, explanation },
    leftOutBy: explanation.held ? await findLimit(db, selection, recordingKey) : null,
  };
}

/** The first of the limits that leaves out a track; null when all of them together keep it. */
async function findLimit(
  db: Db,
  selection: Selection,
  recordingKey: string,
): Promise<LimitKind | null> {
  const { rule } = selection;
  let tried: RuleDefinition = { ...rule, perArtist: null, perLabel: null, limit: null };
  for (const kind of limitKinds) {
    if (rule[kind] === null) continue;
    tried = { ...tried, [kind]: rule[kind] };
    if (!(await isSelected(db, { ...selection, rule: tried }, recordingKey))) return kind;
  }
  return null;
}

/** The tracks of a user with these words in title or artists. */
export async function findTracks(db: Db, { userId, text }: { userId: string; text: string }) {
  const words = foldText(text).split(" ").filter(Boolean).slice(0, 8);
  if (words.length === 0) return [];
  const recordingKeys = await searchTracks(db, { userId, words, limit: FOUND });
  return listSelectedTracks(db, { userId, recordingKeys });
}
