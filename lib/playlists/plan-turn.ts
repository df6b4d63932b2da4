import type { HeldJob } from "@/db/queries/jobs";
import type { StoredPlan } from "@/db/queries/playlists-plans";
import type { Row } from "./row";

/** Whether there is more to do, and how long Spotify may need until it shows what was written. */
export type Turn = { more: boolean; pauseSeconds?: number };

/**
 * What came of a turn: a write or a look was made, Spotify has to be given time, the target is
 * reached, or the playlist is gone, or is not the one the plan was made for.
 */
export type Outcome = "goes on" | "waits" | "in place" | "removed" | "changed";

/** Spotify may show a playlist as it was before a write up to so much later. */
export const SETTLE_S = 5;

export type Means = { token: string; job: HeldJob; now: Date };

/** A plan whose playlist exists. */
export type MadePlan = StoredPlan & { playlistId: string };

/** The two sides of a turn: what the playlist holds, and what it is to hold. */
export type View = {
  rows: Row[];
  target: Row[];
  snapshotId: string | null;
  /** Known by reading, with no write since: one that does not fit is not for want of reading. */
  isRead: boolean;
  /** Spotify was asked in this turn whether it is as it is known. */
  wasAsked: boolean;
  /** Nothing has to be read back: it was read so, or what was written since cannot have gone astray. */
  isSure: boolean;
};
