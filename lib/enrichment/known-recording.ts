import type { Stage } from "@/lib/rules/stage";
import type { Classification } from "./classification";
import type { Enrichment } from "./enrichment";

/** What the catalogue says of a recording, by the first of its releases. Moments are ISO strings. */
export type CatalogFacts = {
  recordingKey: string;
  trackId: string;
  spotifyUri: string | null;
  title: string;
  mixName: string | null;
  artists: string[];
  remixers: string[];
  label: string | null;
  style: string;
  subGenre: string | null;
  bpm: number | null;
  key: string | null;
  lengthMs: number | null;
  releasedOn: string;
  isrc: string | null;
};

/** What a library says of one of its tracks that is the recording. */
export type LibraryFacts = {
  recordingKey: string;
  provider: "spotify" | "apple";
  externalId: string;
  isLocal: boolean;
  title: string | null;
  artists: string[];
  lengthMs: number | null;
  /** A day, a month or a year. */
  releasedOn: string | null;
  isrc: string | null;
  isExplicit: boolean | null;
  isSaved: boolean;
  savedAt: string | null;
  plays: number;
  firstPlayedAt: string | null;
  lastPlayedAt: string | null;
};

/** Of the playlists it stands in, those that Clouder does not fill itself. */
export type PlaylistFacts = { recordingKey: string; playlists: string[]; playlistCount: number };

/** What a user decided about one of the recording's tracks, in one week or for good. */
export type CurationFacts = {
  recordingKey: string;
  stage: Exclude<Stage, "none">;
  category: string | null;
  /** Of the week, "2026-W46"; null for a place in a Golden list. */
  week: string | null;
  /** When it was judged, or became golden. */
  at: string | null;
};

export type SourceFacts = {
  recordingKey: string;
  /** Their ids, and what they are called. */
  sources: string[];
  names: string[];
  title: string | null;
  artists: string[];
  spotifyUri: string | null;
};

/** Everything that is known of one recording of a user's, by who says it. */
export type KnownRecording = {
  recordingKey: string;
  catalog: CatalogFacts | null;
  library: LibraryFacts[];
  playlists: PlaylistFacts | null;
  curation: CurationFacts[];
  sources: SourceFacts | null;
  tags: string[];
  /** To one of the user's rule sets. */
  isPinned: boolean;
  enrichments: Enrichment[];
  classifications: Classification[];
};
