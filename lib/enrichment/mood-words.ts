import { type Mood, moods } from "./enrichment";

/** Words of genres and tags that speak for a mood. */
const words: Record<Mood, readonly string[]> = {
  dark: ["dark", "industrial", "ebm", "doom", "gothic", "acid"],
  deep: ["deep", "dub", "minimal", "ambient", "lo-fi"],
  driving: ["driving", "peak time", "hard", "drum & bass", "breaks"],
  euphoric: ["euphoric", "uplifting", "trance", "mainstage", "rave", "anthem"],
  hypnotic: ["hypnotic", "raw", "psy", "tribal", "loop"],
  melodic: ["melodic", "progressive", "indie", "electronica"],
  warm: ["warm", "disco", "soul", "funk", "organic", "balearic", "jackin", "jazz"],
};

/** A person's own word weighs as much as this many of a genre's. */
const TAG_WEIGHT = 3;

/**
 * The mood that most words of the folded texts speak for, of several the first in their order; null
 * when none does.
 */
export function moodOf({ genres, tags }: { genres: readonly string[]; tags: readonly string[] }) {
  const hits = (texts: readonly string[], mood: Mood) =>
    words[mood].filter((word) => texts.some((text) => text.includes(word))).length;
  let best: { mood: Mood | null; score: number } = { mood: null, score: 0 };
  for (const mood of moods) {
    const score = hits(genres, mood) + TAG_WEIGHT * hits(tags, mood);
    if (score > best.score) best = { mood, score };
  }
  return best.mood;
}
