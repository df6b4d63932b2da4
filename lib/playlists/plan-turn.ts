import type { HeldJob } from "@/db/queries/jobs";
import type { StoredPlan } from "@/db/queries/playlists-plans";
import type { Row } from "./row";

/** Whether there is more to do, and how long Spotify may need until it shows what was written. */
export type Turn = { more: boolean; pauseSeconds?: number };

export type Means = { token: string; job: HeldJob; now: Date };

/** A plan whose playlist exists. */
export type MadePlan = StoredPlan & { playlistId: string };

/** The two sides of a turn: what the playlist holds, and what it is to hold. */
export type View = {
  rows: Row[];
  target: Row[];
  snapshotId: string | null;
  /** Read in this turn: a write that does not fit is not for want of reading. */
  isFresh: boolean;
  /** Known by reading, and not worked out from writes. */
  wasRead: boolean;
};
