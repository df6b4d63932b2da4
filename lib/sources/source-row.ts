import type { KnownTrack } from "@/db/queries/sources-library";
import { recordingKey } from "@/lib/catalog/recording-key";
import type { SourceTrack } from "./source";

/** A track as a list of a library names it. */
export type ListedTrack = {
  /** Null for a file of the person's own. */
  externalId: string | null;
  title: string;
  artists: string[];
  isrc: string | null;
  addedAt: string | null;
  foundIn: string | null;
};

/**
 * A listed track as a row of a source. Where it was matched, the catalogue says which recording it
 * is; else its ISRC, or else its names.
 */
export function sourceRow(
  listed: ListedTrack,
  known: KnownTrack | undefined,
  { isSpotify }: { isSpotify: boolean },
): Omit<SourceTrack, "position"> {
  const { externalId, title, artists, addedAt, foundIn } = listed;
  const isrc = listed.isrc ?? known?.isrc ?? null;
  const named = { isrc, artists, title, mixName: null, remixers: [] };
  return {
    recordingKey: known?.recordingKey ?? recordingKey(named),
    spotifyUri: isSpotify && externalId ? `spotify:track:${externalId}` : null,
    trackId: known?.trackId ?? null,
    title,
    artists,
    addedAt,
    foundIn,
  };
}
