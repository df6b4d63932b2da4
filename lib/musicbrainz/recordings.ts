import "server-only";
import { z } from "zod";
import { ProviderError } from "@/lib/traffic/provider-error";
import { sift } from "@/lib/traffic/sift";
import { readMusicbrainz } from "./request";

const vote = z.object({ name: z.string(), count: z.number().nullish() });
const votes = z
  .array(vote)
  .nullish()
  .catch(null)
  .transform((all) => (all ?? []).map(({ name, count }) => ({ name, count: count ?? 0 })));

/** What people said of something, with how many of them. */
export type Vote = { name: string; count: number };

const recording = z
  .object({
    genres: votes,
    tags: votes,
    "artist-credit": z
      .array(z.object({ artist: z.object({ genres: votes, tags: votes }).nullish() }))
      .nullish(),
  })
  .transform(({ genres, tags, "artist-credit": credits }) => ({
    genres,
    tags,
    artists: (credits ?? []).flatMap(({ artist }) => artist ?? []),
  }));

export type MusicbrainzRecording = z.output<typeof recording>;

const answer = z.object({ recordings: z.array(z.unknown()) });

/** The recordings that MusicBrainz has under an ISRC; empty when it knows none. */
export async function listRecordingsOfIsrc(isrc: string): Promise<MusicbrainzRecording[]> {
  const query = { inc: "artist-credits genres tags" };
  try {
    const { recordings } = await readMusicbrainz({ path: `/isrc/${isrc}`, query }, answer);
    return sift(recordings, recording).valid;
  } catch (error) {
    if (error instanceof ProviderError && error.kind === "not_found") return [];
    throw error;
  }
}
