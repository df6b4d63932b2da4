/**
 * The parts of a library, in the order they are synced. `recently_played` are plays with their time,
 * `recent_tracks` the order of the last ones where a provider tells no times.
 */
export const libraryParts = [
  "top_tracks",
  "top_artists",
  "top_albums",
  "recently_played",
  "recent_tracks",
  "recently_added",
  "playlists",
  "saved_tracks",
  "saved_albums",
  "followed_artists",
] as const;
export type LibraryPart = (typeof libraryParts)[number];

/** About four weeks, six months, a year; and what Apple Music calls heavy rotation. */
export const topRanges = ["short", "medium", "long", "heavy_rotation"] as const;
export type TopRange = (typeof topRanges)[number];

/** An unreadable item is one whose row is kept as it came, until it can be read. */
export const itemKinds = [
  "track",
  "episode",
  "local",
  "album",
  "artist",
  "playlist",
  "video",
  "station",
  "unreadable",
] as const;
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

/** A list whose pages are all read waits for the proof that it did not move meanwhile. */
export const listStatuses = ["reading", "read", "settled", "failed"] as const;

/** The subject of the list of playlists when it is read again, to prove that none moved meanwhile. */
export const PROOF = ":again";

/** Where a play was learnt from: asked for while it was recent, or read from the provider's own export. */
export const playSources = ["live", "export"] as const;
export type PlaySource = (typeof playSources)[number];
