import type { MirrorKind, MirrorStatus } from "./kind";

/** A Spotify playlist that follows a list, as the screen tells it. */
export type MirrorView = {
  id: string;
  kind: MirrorKind;
  /** Of a Silver or Golden list; null for Bronze. */
  categoryId: string | null;
  name: string;
  /** Null until the playlist exists. */
  url: string | null;
  status: MirrorStatus;
  /** In words, e.g. "In step with Spotify". */
  words: string;
  /** When it was last in step. */
  mirroredAt: string | null;
  waitingUntil: string | null;
  problem: string | null;
  handMadeChanges: number;
  /** The playlist was removed in Spotify; a new one is made only when asked for. */
  removed: boolean;
};
