import type { CollectionStatus } from "@/lib/collection/status";
import type { MatchMethod, MatchStatus } from "@/lib/matching/status";
import type { MirrorView } from "@/lib/mirrors/mirror-view";
import type { Lane } from "./lane";
import type { DecisionKind, PeriodStatus } from "./status";
import type { Week } from "./week";

export type Category = {
  id: string;
  name: string;
  /** 1 to 12 of the palette; 0 is Trash. */
  color: number;
  /** As `KeyboardEvent.key`; null when it has none. */
  shortcut: string | null;
  position: number;
  isTrash: boolean;
  /** Archived categories stay on the boards that still hold tracks of them, without a key. */
  archived: boolean;
};

/** Whose data each part is: everything but `spotify` comes from Beatport. */
export type BoardTrack = {
  /** Of the curation track. */
  id: string;
  trackId: string;
  title: string;
  mixName: string | null;
  artists: string[];
  remixers: string[];
  label: string | null;
  release: string;
  coverUrl: string | null;
  waveformUrl: string | null;
  beatportUrl: string;
  bpm: number | null;
  camelotKey: string | null;
  keyName: string | null;
  lengthMs: number | null;
  isrc: string | null;
  /** ISO date. */
  publishDate: string;
  preOrder: boolean;
  preview: { url: string; startMs: number; endMs: number } | null;
  lane: Lane;
  laneReason: string | null;
  position: number;
  spotify: {
    status: MatchStatus;
    method: MatchMethod | null;
    /** 0 to 1. */
    confidence: number | null;
    url: string | null;
    /** One sentence for the deck, e.g. "by ISRC, same mix, same length". */
    summary: string | null;
  };
  /** Null while it is Bronze. */
  categoryId: string | null;
  /** Fractional index inside its Silver list. */
  silverPosition: string | null;
  promoted: boolean;
  /** The names of my categories whose Golden playlist already holds this recording. */
  alreadyGolden: string[];
};

export type Board = {
  period: {
    id: string;
    styleName: string;
    styleSlug: string;
    year: number;
    week: number;
    status: PeriodStatus;
    startedAt: string;
    closedAt: string | null;
  };
  categories: Category[];
  tracks: BoardTrack[];
  /** How many presses can be taken back. */
  undoable: number;
  /** Decisions of the last minutes of work, for pace and time left; null when too few. */
  decisionsPerMinute: number | null;
};

/** Where a track stands after a decision: what a client patches into its board. */
export type Placement = {
  id: string;
  categoryId: string | null;
  silverPosition: string | null;
  promoted: boolean;
};

/** What every press is answered with, from the database. */
export type PressAnswer = {
  placements: Placement[];
  undoable: number;
  periodStatus: PeriodStatus;
};

export const refusals = ["bronze", "trash", "already_golden"] as const;
export type Refusal = (typeof refusals)[number];

/** Refused tracks stay where they are; `message` says why in words. */
export type PromoteAnswer = PressAnswer & {
  refused: { id: string; reason: Refusal; message: string }[];
};

/** `undone` names the press that was taken back. */
export type UndoAnswer = PressAnswer & {
  undone: { kind: Exclude<DecisionKind, "undone">; tracks: number };
};

/** A reorder may have to spread a whole list anew: every placement it touched. */
export type ReorderAnswer = { placements: Placement[] };

export type PeriodSummary = {
  tracks: number;
  lanes: Record<Lane, number>;
  categories: { id: string; name: string; color: number; kept: number; promoted: number }[];
  kept: number;
  trashed: number;
  promoted: number;
  presses: number;
  undone: number;
  /** Minutes spent sorting, pauses left out. */
  minutes: number;
  startedAt: string;
  closedAt: string;
};

/** Everything the page of a style-week shows; `board` is null until the week is started. */
export type BoardPage = {
  style: { id: string; slug: string; name: string };
  week: Week;
  previousWeek: Week;
  /** Null when it has not been released yet. */
  nextWeek: Week | null;
  collection: {
    id: string;
    status: CollectionStatus;
    expected: number | null;
    fetched: number;
    stored: number;
    problem: string | null;
  } | null;
  board: Board | null;
  mirrors: MirrorView[];
};
