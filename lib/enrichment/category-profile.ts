import { type Camelot, inHarmony, parseCamelot } from "@/lib/catalog/camelot";
import { foldText } from "@/lib/rules/fold-text";
import { camelotKeys } from "@/lib/rules/key-distance";

/** A Golden track, as far as it says what its category is like. */
export type GoldenExample = {
  category: string;
  style: string;
  bpm: number;
  key: string | null;
  label: string | null;
};

/** What the Golden tracks of a category are like. */
export type CategoryProfile = {
  category: string;
  style: string;
  medianBpm: number;
  /** Half of its tracks are no further from the median. */
  spreadBpm: number;
  /** How well each key mixes with its tracks: twice the share of those it mixes with, at most 1. */
  harmony: ReadonlyMap<string, number>;
  labels: ReadonlyMap<string, number>;
};

/** With fewer Golden tracks nobody can say what a category is like. */
const FEWEST_EXAMPLES = 8;
/** A category whose tracks all have one tempo still bears its neighbours. */
const LEAST_SPREAD_BPM = 1;
/** So many Golden tracks of a label speak for it in full. */
const LABEL_SPEAKS_AT = 3;
const FITS_FROM = 0.6;

/** The profiles of the categories that have enough Golden tracks. */
export function profilesOf(examples: readonly GoldenExample[]): CategoryProfile[] {
  const groups = new Map<string, GoldenExample[]>();
  for (const example of examples) {
    const name = JSON.stringify([example.style, example.category]);
    groups.set(name, [...(groups.get(name) ?? []), example]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first && group.length >= FEWEST_EXAMPLES ? [profileOf(first, group)] : [];
  });
}

function profileOf({ category, style }: GoldenExample, group: GoldenExample[]): CategoryProfile {
  const medianBpm = medianOf(group.map(({ bpm }) => bpm));
  return {
    category,
    style: foldText(style),
    medianBpm,
    spreadBpm: medianOf(group.map(({ bpm }) => Math.abs(bpm - medianBpm))),
    harmony: harmonyWith(group.flatMap(({ key }) => parseCamelot(key) ?? [])),
    labels: counted(group.map(({ label }) => label && foldText(label))),
  };
}

function harmonyWith(keys: readonly Camelot[]): Map<string, number> {
  const shareOf = (key: string) => {
    const own = parseCamelot(key);
    const mixing = keys.filter((other) => own && inHarmony(own, other)).length;
    return Math.min(1, (2 * mixing) / keys.length);
  };
  return new Map(keys.length === 0 ? [] : camelotKeys.map((key) => [key, shareOf(key)]));
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function counted(texts: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) if (text) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}

/** A track whose genres and label are folded. */
type Candidate = {
  genres: readonly string[];
  bpm: number | null;
  key: string | null;
  label: string | null;
};

/**
 * Whether a track is as a category's Golden tracks are. It must be of the category's style and have
 * a tempo; then, of 1 in all:
 * - tempo, 0.6: whole at the median, nothing at four times the usual distance from it;
 * - key, 0.25: the share of the Golden tracks whose key mixes with its own, twice over, at most whole;
 * - label, 0.15: a third for each Golden track of the same label, at most whole.
 * From 0.6 on it fits: by its tempo alone only at the median itself.
 */
export const fitsCategory = (track: Candidate, profile: CategoryProfile): boolean =>
  scoreOf(track, profile) >= FITS_FROM;

function scoreOf({ genres, bpm, key, label }: Candidate, profile: CategoryProfile) {
  if (bpm === null || !genres.includes(profile.style)) return 0;
  const spread = Math.max(LEAST_SPREAD_BPM, profile.spreadBpm);
  const tempo = Math.max(0, 1 - Math.abs(bpm - profile.medianBpm) / (4 * spread));
  const known = profile.labels.get(label ?? "") ?? 0;
  const harmony = profile.harmony.get(key ?? "") ?? 0;
  return 0.6 * tempo + 0.25 * harmony + 0.15 * Math.min(1, known / LABEL_SPEAKS_AT);
}
