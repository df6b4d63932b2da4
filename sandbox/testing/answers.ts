import { z } from "zod";

/** The parts of the answers that the tests read. */
export const beatportTrack = z.looseObject({
  id: z.number(),
  name: z.string(),
  mix_name: z.string(),
  isrc: z.string(),
  bpm: z.number().nullable(),
  publish_date: z.string(),
  pre_order: z.boolean(),
  current_status: z.looseObject({ id: z.number() }),
  genre: z.looseObject({ id: z.number() }),
  release: z.looseObject({ id: z.number() }),
  artists: z.array(z.looseObject({ id: z.number(), name: z.string() })),
  image: z.looseObject({ uri: z.string() }),
  sample_url: z.string(),
});

export const beatportPage = z.looseObject({
  results: z.array(beatportTrack),
  next: z.string().nullable(),
  previous: z.string().nullable(),
  count: z.number(),
  page: z.string(),
  per_page: z.number(),
});

export const spotifyTrack = z.looseObject({
  id: z.string(),
  uri: z.string(),
  name: z.string(),
  duration_ms: z.number(),
  artists: z.array(z.looseObject({ name: z.string() })),
  album: z.looseObject({ release_date: z.string() }),
  external_ids: z.looseObject({ isrc: z.string().optional() }),
});

const paging = {
  limit: z.number(),
  offset: z.number(),
  total: z.number(),
  next: z.string().nullable(),
  previous: z.string().nullable(),
};

export const searchAnswer = z.object({
  tracks: z.looseObject({ ...paging, items: z.array(spotifyTrack) }),
});

export const itemsAnswer = z.looseObject({
  ...paging,
  items: z.array(z.looseObject({ added_at: z.string().nullable(), item: spotifyTrack.nullable() })),
});

export const playlistAnswer = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  public: z.boolean(),
  snapshot_id: z.string(),
  items: itemsAnswer.optional(),
});

export const stateAnswer = z.object({
  users: z.array(
    z.looseObject({
      id: z.string(),
      library: z.looseObject({
        savedTracks: z.object({ total: z.number(), ids: z.array(z.string()) }),
        playlistItems: z.number(),
      }),
      playlists: z.array(
        z.looseObject({
          id: z.string(),
          followed: z.boolean(),
          items: z.array(z.looseObject({ uri: z.string(), name: z.string().nullable() })),
        }),
      ),
    }),
  ),
});
