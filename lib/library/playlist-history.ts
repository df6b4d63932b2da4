import type { ItemKind } from "./part";

export type PlaylistHead = {
  playlistId: string;
  name: string;
  description: string | null;
  ownerName: string | null;
  isOwned: boolean;
  isCollaborative: boolean;
  /** Rows the provider says it has; null where it does not say. */
  total: number | null;
  itemsReadable: boolean;
  /** Whether it is no longer in the library; its rows are still known. */
  gone: boolean;
  /** When it was last described anew, an ISO string. */
  seenAt: string;
  coverUrl: string | null;
  url: string | null;
};

/** A state that a playlist had, and what made it different from the one before. */
export type PlaylistVersion = {
  /** A moment at which it was so, an ISO string. */
  at: string;
  came: number;
  went: number;
  changed: number;
};

/** A row that one of two states has and the other has not, or has elsewhere. Places begin at 1. */
export type PlaylistChange = {
  occurrence: string;
  kind: "plus" | "minus" | "moved";
  place: number | null;
  placeBefore: number | null;
  externalId: string | null;
  itemKind: ItemKind | null;
  name: string;
  artists: string[];
  coverUrl: string | null;
  url: string | null;
};

export type PlaylistComparison = {
  changes: PlaylistChange[];
  counts: Record<PlaylistChange["kind"], number>;
};

export type PlaylistHistory = {
  head: PlaylistHead;
  versions: PlaylistVersion[];
  /** What is different from the state it is compared with; null when it is compared with none. */
  comparison: PlaylistComparison | null;
};
