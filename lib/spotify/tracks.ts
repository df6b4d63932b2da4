import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { ProviderError } from "@/lib/traffic/provider-error";
import { sift } from "@/lib/traffic/sift";
import { type SpotifyCaller, spotifyFetch } from "./request";
import { type SpotifyTrack, spotifyTrackSchema } from "./track";

const MOST_HITS = 10;

const searchAnswer = z.object({ tracks: z.object({ items: z.array(z.unknown()) }) });

/** What the configured market holds under an ISRC, at most ten; empty means Spotify has none. */
export async function searchTracksByIsrc({
  isrc,
  ...caller
}: SpotifyCaller & { isrc: string }): Promise<SpotifyTrack[]> {
  const { tracks } = await spotifyFetch(
    {
      ...caller,
      group: "search",
      path: "/search",
      query: { q: `isrc:${isrc}`, type: "track", limit: MOST_HITS, market: env.SPOTIFY_MARKET },
    },
    searchAnswer,
  );
  const rows = tracks.items.filter((row) => row !== null);
  const { valid, invalid } = sift(rows, spotifyTrackSchema);
  if (valid.length === 0 && invalid.length > 0) {
    throw new ProviderError({
      provider: "spotify",
      group: "search",
      kind: "malformed",
      status: 200,
      message: "Spotify sent tracks that cannot be read.",
    });
  }
  return valid;
}
