import type { GatheredTrack } from "@/db/queries/sources-tracks";
import type { PersonalProvider, Provider } from "@/lib/connections/provider";
import type { JobView } from "@/lib/jobs/job-view";
import type { SourceKind, SourceStatus } from "./source";

/** What is asked for when a list is to be fetched. */
export type SourceWish =
  | { kind: "liked" | "saved_albums"; provider: PersonalProvider }
  | { kind: "playlist"; provider: PersonalProvider; subject: string }
  | { kind: "golden" | "silver" | "style"; subject: string };

/** A list that is a source or can be one. Moments are ISO strings. */
export type SourceView = {
  /** The same before and after it is first fetched. */
  key: string;
  kind: SourceKind;
  name: string;
  provider: PersonalProvider | null;
  wish: SourceWish;
  /** False where the list is gone, or its provider gives no tracks of it. */
  isOffered: boolean;
  /** Null before it was ever asked for. */
  stored: {
    id: string;
    status: SourceStatus;
    fetchedAt: string | null;
    total: number | null;
    enrichedAt: string | null;
  } | null;
  /** The newest job that fetched it, and the newest that asked about its tracks. */
  fetching: JobView | null;
  enriching: JobView | null;
};

/** How up to date what rules ask is. */
export type FactsView = {
  asOf: string | null;
  stale: number;
  gathering: JobView | null;
  classifying: JobView | null;
};

export type SourcesView = {
  sources: SourceView[];
  /** Whom this installation can ask about tracks. */
  enrichers: Provider[];
  facts: FactsView;
};

/** A source among those that were gathered. */
export type ChosenSource = { id: string; name: string; asOf: string | null; total: number };

export type GatheredPage = { tracks: GatheredTrack[]; total: number };
export type { GatheredTrack };

/** Pages of what was gathered. */
export const PAGE_TRACKS = 100;
