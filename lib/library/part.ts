/** The parts of a library, in the order they are synced. */
export const libraryParts = [
  "top_tracks",
  "top_artists",
  "recently_played",
  "playlists",
  "saved_tracks",
  "saved_albums",
  "followed_artists",
] as const;
export type LibraryPart = (typeof libraryParts)[number];

/** About four weeks, six months, a year; and what Apple Music calls heavy rotation. */
export const topRanges = ["short", "medium", "long", "heavy_rotation"] as const;
export type TopRange = (typeof topRanges)[number];

export const itemKinds = ["track", "episode", "local", "album", "artist", "playlist"] as const;
export type ItemKind = (typeof itemKinds)[number];

export const syncTriggers = ["connect", "manual", "schedule"] as const;
export type SyncTrigger = (typeof syncTriggers)[number];

export const syncModes = ["full", "incremental"] as const;
export type SyncMode = (typeof syncModes)[number];

export const syncStatuses = [
  "pending",
  "running",
  "waiting",
  "complete",
  "partial",
  "failed",
  "cancelled",
] as const;
export type SyncStatus = (typeof syncStatuses)[number];

/** Where a play was learnt from: asked for while it was recent, or read from the provider's own export. */
export const playSources = ["live", "export"] as const;
export type PlaySource = (typeof playSources)[number];
