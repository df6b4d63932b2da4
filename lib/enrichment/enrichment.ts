import { z } from "zod";

/** Who may say something about a recording beside the catalogue and the libraries. */
export const enrichmentSources = ["musicbrainz", "llm"] as const;
export type EnrichmentSource = (typeof enrichmentSources)[number];

export const energies = ["low", "medium", "high"] as const;
export type Energy = (typeof energies)[number];

export const moods = [
  "dark",
  "deep",
  "driving",
  "euphoric",
  "hypnotic",
  "melodic",
  "warm",
] as const;
export type Mood = (typeof moods)[number];

const CATEGORIES_MOST = 50;
const TEXT_MOST = 200;

/** What a source can say of a recording beside its categories; what it does not say is left out. */
export const enrichmentValues = z.strictObject({
  bpm: z.number().min(20).max(400).optional(),
  /** Camelot, "8A". */
  key: z
    .string()
    .regex(/^(1[0-2]|[1-9])[AB]$/)
    .optional(),
  label: z.string().min(1).max(TEXT_MOST).optional(),
  releasedOn: z.iso.date().optional(),
  energy: z.enum(energies).optional(),
  mood: z.enum(moods).optional(),
});
export type EnrichmentValues = z.infer<typeof enrichmentValues>;

/**
 * What one version of a source said of a recording, whole; both empty when it knew nothing. A row
 * with a user is that user's alone, one without is everybody's.
 */
export const enrichment = z.object({
  userId: z.uuid().nullable(),
  recordingKey: z.string().min(1),
  source: z.enum(enrichmentSources),
  /** Of the source's way to ask and to read; raised when its earlier answers are to be replaced. */
  version: z.int().min(1),
  at: z.date(),
  /** Genres and tags, in the words of the source. */
  categories: z.array(z.string().min(1).max(TEXT_MOST)).max(CATEGORIES_MOST),
  values: enrichmentValues,
});
export type Enrichment = z.infer<typeof enrichment>;
