import type { MatchStatus } from "@/lib/matching/status";
import type { MirrorView } from "@/lib/mirrors/mirror-view";
import type { Week } from "./week";

export type GoldenCategory = {
  id: string;
  name: string;
  color: number;
  archived: boolean;
  styleSlug: string;
  styleName: string;
  tracks: number;
  /** When the newest track was added; null when it is empty. */
  newestAt: string | null;
  mirror: MirrorView | null;
};

export type GoldenTrack = {
  id: string;
  trackId: string;
  title: string;
  mixName: string | null;
  artists: string[];
  label: string | null;
  coverUrl: string | null;
  beatportUrl: string;
  bpm: number | null;
  camelotKey: string | null;
  lengthMs: number | null;
  preview: { url: string; startMs: number; endMs: number } | null;
  addedAt: string;
  /** The week it was promoted from; null when that week is gone. */
  fromWeek: Week | null;
  /** What Spotify holds of it: only `found` tracks stand in the playlist. */
  spotify: { status: MatchStatus; url: string | null };
};

export type GoldenPage = { category: GoldenCategory; tracks: GoldenTrack[] };
