import { z } from "zod";

const albumTypes = ["album", "single", "compilation", "ep"] as const;

/** Fields that Development Mode removes are optional: their absence means unknown. */
export const spotifyTrackSchema = z
  .object({
    type: z.literal("track").optional(),
    id: z.string().min(1),
    uri: z.string().min(1),
    name: z.string(),
    artists: z.array(z.object({ name: z.string() })),
    album: z.object({
      name: z.string(),
      album_type: z.enum(albumTypes).nullish().catch(null),
      release_date: z.string().nullish(),
    }),
    duration_ms: z.number().nullish(),
    external_ids: z.object({ isrc: z.string().nullish() }).nullish(),
    external_urls: z.object({ spotify: z.string().nullish() }).nullish(),
    is_playable: z.boolean().nullish(),
  })
  .transform((track) => ({
    id: track.id,
    uri: track.uri,
    url: track.external_urls?.spotify ?? null,
    name: track.name,
    artists: track.artists.map(({ name }) => name),
    album: {
      name: track.album.name,
      type: track.album.album_type ?? null,
      /** A year, a month or a day. */
      releaseDate: track.album.release_date ?? null,
    },
    durationMs: track.duration_ms ?? null,
    /** As Spotify writes it: lower case and hyphens occur. */
    isrc: track.external_ids?.isrc ?? null,
    /** Null when no market applied. */
    playable: track.is_playable ?? null,
  }));

export type SpotifyTrack = z.output<typeof spotifyTrackSchema>;
