import type { MatchMethod, MatchStatus } from "@/lib/matching/status";
import type { Lane } from "./lane";
import type { PeriodStatus } from "./status";

export type Category = {
  id: string;
  name: string;
  /** 1 to 12 of the palette; 0 is Trash. */
  color: number;
  /** As `KeyboardEvent.key`; null when it has none. */
  shortcut: string | null;
  position: number;
  isTrash: boolean;
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
