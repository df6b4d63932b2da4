import type { JobView } from "@/lib/jobs/job-view";
import type { PlanLine, PlanShow } from "./plan-lines";
import type { PlaylistPlanKind, PlaylistPlanStatus } from "./plan-status";

/** A plan as a person sees it in a list; moments are ISO strings. */
export type PlanEntry = {
  id: string;
  kind: PlaylistPlanKind;
  status: PlaylistPlanStatus;
  name: string;
  /** Null until a plan for a new playlist has made it. */
  playlistId: string | null;
  ruleSetId: string | null;
  problem: string | null;
  waitingUntil: string | null;
  adds: number;
  removes: number;
  moves: number;
  keptByHand: number;
  duplicates: number;
  requests: number;
  seconds: number;
  /** It makes a playlist. */
  isNew: boolean;
  /** Approved, its playlist follows the rule set. */
  follows: boolean;
  createdAt: string;
  appliedAt: string | null;
};

/** A plan that is looked at. */
export type PlanView = PlanEntry & {
  /** How many rows the playlist has without it and with it. */
  rowsBefore: number;
  rowsAfter: number;
  counts: Record<PlanShow, number>;
  writes: number;
  /** The list is written anew: every row loses the date it was added at. */
  replaces: boolean;
  /** Rows of another list or an earlier state that Spotify does not take. */
  lost: number;
  /** Rule rows that are not wanted any more and may not go yet. */
  waiting: number;
  /** Tracks that the rules want and a person took out. */
  leftOut: number;
  /** Tracks that Spotify refused. */
  refused: number;
  canUndo: boolean;
  /** It takes back the change that made the playlist, which stays in the library. */
  playlistStays: boolean;
  /** The newest plan that takes it back. */
  undo: { id: string; status: PlaylistPlanStatus } | null;
  job: JobView | null;
};

export type PlanLineView = Omit<PlanLine, "uri"> & {
  /** Different from every other line's. */
  key: string;
  /** Null where neither the library nor the catalogue knows the track. */
  name: string | null;
  artists: string[];
  coverUrl: string | null;
  url: string | null;
  bpm: number | null;
  camelotKey: string | null;
};

export type PlanLinesPage = { lines: PlanLineView[]; total: number };

export const PLAN_PAGE_LINES = 200;

export type KeptState = {
  id: string;
  rows: number;
  createdAt: string;
};

export type StatesPage = {
  states: KeptState[];
  /** Where older ones begin; null where there are none. */
  older: number | null;
};

/** What of a playlist says how its earlier lists come back: into it, or as one of their own. */
export type Restorable = {
  id: string;
  /** It follows a list in Clouder. */
  isMirror: boolean;
  /** It is not there any more. */
  isGone: boolean;
};
