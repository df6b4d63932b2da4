import "server-only";
import { z } from "zod";
import { type SpotifyCaller, spotifyFetch } from "./request";

const PAGE_SIZE = 50;

const albumTrack = z
  .object({
    id: z.string().nullish(),
    name: z.string(),
    artists: z.array(z.object({ name: z.string().nullish() })).nullish(),
  })
  .transform(({ id, name, artists }) => ({
    externalId: id ?? null,
    title: name,
    artists: (artists ?? []).flatMap((artist) => artist.name ?? []),
  }));

/** A track as an album lists it: without its ISRC. */
export type AlbumTrack = z.output<typeof albumTrack>;

/** A row that cannot be read is left out, and loses no other. */
const page = z
  .object({ items: z.array(z.unknown()), next: z.string().nullish() })
  .transform(({ items, next }) => ({
    tracks: items.flatMap((item) => albumTrack.safeParse(item).data ?? []),
    read: items.length,
    hasNext: Boolean(next),
  }));

const album = z.object({ tracks: page });

/** The tracks that a saved album brought along, and whether there are more of them. */
export const tracksInPayload = (payload: unknown): z.output<typeof page> =>
  album.safeParse(payload).data?.tracks ?? { tracks: [], read: 0, hasNext: false };

/** The tracks of an album that its first page did not hold. */
export async function readFurtherTracks({
  albumId,
  read,
  ...caller
}: SpotifyCaller & { albumId: string; read: number }): Promise<AlbumTrack[]> {
  const tracks: AlbumTrack[] = [];
  for (let offset = read, more = true; more; ) {
    const path = `/albums/${encodeURIComponent(albumId)}/tracks`;
    const query = { limit: PAGE_SIZE, offset };
    const answer = await spotifyFetch({ ...caller, group: "library", path, query }, page);
    tracks.push(...answer.tracks);
    offset += answer.read;
    more = answer.hasNext && answer.read > 0;
  }
  return tracks;
}
