import { z } from "zod";

/** Pictures that stand for "none", by their ids. */
const PLACEHOLDERS = new Set([5539565, 5539566]);

const picture = z
  .object({ id: z.number().nullish(), uri: z.string().min(1) })
  .transform(({ id, uri }) => (id && PLACEHOLDERS.has(id) ? null : uri))
  .nullish()
  .catch(null)
  .transform((uri) => uri ?? null);

const id = z.int32().positive();
const count = z.int32().positive();

/** A date, or the date of a moment; PostgreSQL knows no year 0, and nothing is on sale since 1899. */
const day = z
  .string()
  .transform((text) => text.slice(0, 10))
  .pipe(z.iso.date())
  .refine((date) => date >= "1900", "is no date of a release");
const nullable = <Schema extends z.ZodType>(schema: Schema) =>
  schema
    .nullish()
    .catch(null)
    .transform((value) => value ?? null);

const named = z.object({ id, name: z.string(), slug: nullable(z.string()), image: picture });

const key = z
  .object({
    camelot_number: z.number().int().min(1).max(12),
    camelot_letter: z.enum(["A", "B"]),
    name: z.string(),
  })
  .transform((value) => ({
    camelot: `${value.camelot_number}${value.camelot_letter}`,
    name: value.name,
  }));

/** What must be there fails the row; anything else that is odd is read as absent. */
export const beatportTrackSchema = z
  .object({
    id,
    name: nullable(z.string()),
    mix_name: nullable(z.string()),
    slug: nullable(z.string()),
    isrc: nullable(z.string()),
    bpm: nullable(count),
    key: nullable(key),
    length_ms: nullable(count),
    publish_date: day,
    new_release_date: nullable(day),
    encoded_date: nullable(z.iso.datetime({ offset: true })),
    pre_order: nullable(z.boolean()),
    exclusive: nullable(z.boolean()),
    genre: z.object({ id, name: z.string() }),
    sub_genre: nullable(z.object({ name: z.string() })),
    catalog_number: nullable(z.string()),
    artists: z.array(named),
    remixers: z.array(named).nullish(),
    release: z.object({
      id,
      name: z.string(),
      slug: nullable(z.string()),
      image: picture,
      label: named.nullish(),
    }),
    /** The waveform; the cover is the release's. */
    image: picture,
    sample_url: nullable(z.string().min(1)),
    sample_start_ms: nullable(z.int32().nonnegative()),
    sample_end_ms: nullable(count),
  })
  .transform((row) => ({
    id: row.id,
    name: row.name,
    mixName: row.mix_name,
    slug: row.slug,
    isrc: row.isrc,
    bpm: row.bpm,
    key: row.key,
    lengthMs: row.length_ms,
    publishDate: row.publish_date,
    originalDate: row.new_release_date,
    encodedAt: row.encoded_date,
    preOrder: row.pre_order ?? false,
    exclusive: row.exclusive ?? false,
    genreId: row.genre.id,
    subGenre: row.sub_genre?.name ?? null,
    artists: row.artists,
    remixers: row.remixers ?? [],
    release: { ...row.release, catalogNumber: row.catalog_number },
    waveformUrl: row.image,
    preview: row.sample_url
      ? { url: row.sample_url, startMs: row.sample_start_ms, endMs: row.sample_end_ms }
      : null,
  }));

export type BeatportTrack = z.output<typeof beatportTrackSchema>;

type Reading = { track: BeatportTrack } | { problem: string };

export function readTrack(raw: unknown): Reading {
  const parsed = beatportTrackSchema.safeParse(raw);
  return parsed.success ? { track: parsed.data } : { problem: z.prettifyError(parsed.error) };
}
