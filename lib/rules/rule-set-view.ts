import type { playlistPlanStatuses } from "@/lib/playlists/plan-status";
import type { SourceWish } from "@/lib/sources/source-view";
import type { Explanation, LimitKind } from "./explain-rule";
import type { OverrideKind } from "./override";
import type { RuleDefinition } from "./rule-schema";

/** A track of a rule set as a list shows it. */
export type RuleSetTrack = {
  recordingKey: string;
  spotifyUri: string | null;
  title: string | null;
  mixName: string | null;
  artists: string[];
  label: string | null;
  bpm: number | null;
  key: string | null;
  lengthS: number | null;
  releasedOn: string | null;
};

/** Tracks that a person pinned or kept out: those of the latest, and of how many more that was said. */
type SaidTracks = { tracks: RuleSetTrack[]; more: number };

export type RuleSetResult = {
  count: number;
  /** How many tracks were asked about. */
  total: number;
  /** Of which moment what is known of them is; null until all of them were gathered for the first time. */
  asOf: string | null;
  tracks: RuleSetTrack[];
  said: Record<OverrideKind, SaidTracks>;
  /** What a person said of each track they said it of. */
  kinds: Record<string, OverrideKind>;
};

export type RuleSetDifference = {
  before: number;
  after: number;
  coming: number;
  going: number;
  /** The first of them. */
  comes: RuleSetTrack[];
  goes: RuleSetTrack[];
};

export type TrackExplained = Pick<
  RuleSetTrack,
  "recordingKey" | "title" | "mixName" | "artists"
> & {
  explanation: Explanation;
  /** The limit that leaves out a track which the rules ask for. */
  leftOutBy: LimitKind | null;
};

export type RuleSetListed = {
  id: string;
  name: string;
  scheduleHours: number | null;
  problem: string | null;
};

/** The playlist that follows a rule set. */
export type RuleSetTarget = {
  playlistId: string | null;
  name: string;
  /** The plan that was made of it last. */
  planId: string | null;
  planStatus: (typeof playlistPlanStatuses)[number] | null;
  plannedAt: Date | null;
};

export type RuleSetOpened = RuleSetListed & {
  version: number;
  definition: RuleDefinition;
  automatic: boolean;
  removalThreshold: number;
  nextRunAt: Date | null;
  target: RuleSetTarget | null;
};

export type RuleSetOverlap = { id: string; name: string; size: number; both: number };

/** A source that a rule set can draw from, named so that it is told from the others. */
export type SourceOffer = {
  id: string;
  name: string;
  /** The moment its tracks are of; null before it was ever fetched. */
  asOf: string | null;
  wish: SourceWish;
};
