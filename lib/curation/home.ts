import type { CollectionStatus } from "@/lib/collection/status";
import type { PeriodStatus } from "./status";
import type { Week } from "./week";

/** A followed style in the rail, with what its newest release week still asks for. */
export type RailStyle = {
  slug: string;
  name: string;
  week: Week;
  state: "not_started" | "collecting" | "sorting" | "sorted" | "closed";
  /** Bronze tracks left; before the start what the catalogue holds of the week. */
  left: number;
};

export type Rail = { styles: RailStyle[] };

/** One style-week of the home table. */
export type HomeCell = {
  week: Week;
  collection: {
    status: CollectionStatus;
    expected: number | null;
    fetched: number;
    stored: number;
  } | null;
  /** Null until the week is started. */
  period: { status: PeriodStatus; closed: boolean } | null;
  counts: { tracks: number; bronze: number; silver: number; gold: number; trash: number };
};

export type Resume = {
  styleSlug: string;
  styleName: string;
  week: Week;
  left: number;
  tracks: number;
  /** At the pace of the last minutes of work; null when there is too little to tell. */
  minutesLeft: number | null;
  lastTrack: { title: string; mixName: string | null; coverUrl: string | null } | null;
};

export type Home = {
  resume: Resume | null;
  /** Newest first. */
  weeks: Week[];
  styles: { slug: string; name: string; cells: HomeCell[] }[];
};
