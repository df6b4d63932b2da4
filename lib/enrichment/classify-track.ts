import { foldText } from "@/lib/rules/fold-text";
import type { TrackFacts } from "@/lib/rules/track-facts";
import { type CategoryProfile, fitsCategory } from "./category-profile";
import { fits, type Label } from "./classification";
import type { Energy, Mood } from "./enrichment";
import { moodOf } from "./mood-words";
import { energyOf, type TempoRange } from "./tempo-range";

/** What labels are worked out against: genres by their folded names, and the user's categories. */
export type Yardsticks = {
  ranges: ReadonlyMap<string, TempoRange>;
  profiles: readonly CategoryProfile[];
};

/** What other sources hold its energy and mood to be; asked only where the facts say nothing. */
export type Opinion = { energy: Energy | null; mood: Mood | null };

type Known = Pick<TrackFacts, "bpm" | "key" | "label" | "genres" | "tags">;

/** The labels of a track by its facts alone: the same facts and yardsticks, the same labels. */
export function classifyTrack(track: Known, { ranges, profiles }: Yardsticks, opinion: Opinion) {
  const { bpm, key } = track;
  const genres = track.genres.map(foldText);
  const label = track.label && foldText(track.label);
  const usual = genres.map((genre) => ranges.get(genre)).find((range) => range !== undefined);
  const energy = bpm !== null && usual ? energyOf(bpm, usual) : opinion.energy;
  const mood = moodOf({ genres, tags: track.tags.map(foldText) }) ?? opinion.mood;
  const labels: Label[] = profiles
    .filter((profile) => fitsCategory({ bpm, key, genres, label }, profile))
    .map(({ category }) => fits(category));
  if (energy) labels.push(`energy:${energy}`);
  if (mood) labels.push(`mood:${mood}`);
  return [...new Set(labels)].sort();
}
