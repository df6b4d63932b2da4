import type { EnrichmentSource, EnrichmentValues } from "./enrichment";

/**
 * What an enricher that reads descriptions is told of a track: what Beatport and MusicBrainz say, and
 * what the person calls it. There is no place in it for anything that Spotify or Apple Music say.
 */
export type DescribedTrack = {
  beatport: {
    title: string;
    mixName: string | null;
    artists: string[];
    label: string | null;
    genre: string;
    subGenre: string | null;
    bpm: number | null;
    /** Camelot. */
    key: string | null;
    releasedOn: string;
  };
  musicbrainz: { categories: string[] };
  person: { tags: string[] };
};

/** What was said of a track; both are empty when nothing is known. */
export type Said = { categories: string[]; values: EnrichmentValues };

type Asked<Needs extends string, Track> = {
  source: EnrichmentSource;
  /** Of the way to ask and to read; raised when earlier answers are to be replaced. */
  version: number;
  needs: Needs;
  /** Tracks in one question. */
  atOnce: number;
  /**
   * What it says of each track, in their order; null where its answer cannot be used, and null for
   * all when one of them keeps it from answering.
   */
  enrich: (tracks: readonly Track[]) => Promise<(Said | null)[] | null>;
};

/** Somebody who may know more of a track, and what has to be known to ask. */
export type Enricher = Asked<"isrc", { isrc: string }> | Asked<"description", DescribedTrack>;

/** What it is remembered by where it was asked: what a later version would say is not known then. */
export const versionOf = ({ source, version }: Enricher) => `${source} ${version}`;
