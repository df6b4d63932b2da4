import { z } from "zod";

/** How a Spotify track agrees with one of Beatport. */
export const comparisonSchema = z.object({
  isrc: z.enum(["same", "other", "missing"]),
  title: z.boolean(),
  artists: z.boolean(),
  /** The same remixer and kind of mix, whatever its length. */
  performance: z.boolean(),
  /** Whether both name the same cut: extended, radio edit, or neither. */
  cut: z.boolean(),
  /** Both say which mix they are, instead of leaving it open. */
  stated: z.boolean(),
  /** Spotify's length less Beatport's; null when one is unknown. */
  lengthDeltaMs: z.number().nullable(),
});
export type Comparison = z.infer<typeof comparisonSchema>;

const candidateSchema = z.object({
  uri: z.string(),
  name: z.string(),
  artists: z.array(z.string()),
  album: z.string(),
  albumType: z.string().nullable(),
  releaseDate: z.string().nullable(),
  durationMs: z.number().nullable(),
  playable: z.boolean().nullable(),
});

/** What a verdict on a match rests on, kept for the person who reviews it. */
export const evidenceSchema = z.object({
  /** What was looked for; null when the track has none. */
  isrc: z.string().nullable(),
  hits: z.number().int(),
  /** The best hit and how it compares; null when there was none. */
  candidate: candidateSchema.nullable(),
  comparison: comparisonSchema.nullable(),
  /** Spotify's is a shorter cut of the same performance. */
  shorterVersion: z.boolean(),
});
export type Evidence = z.infer<typeof evidenceSchema>;
