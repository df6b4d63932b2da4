export const playlistPlanKinds = [
  "rule",
  "restore",
  "copy",
  "merge",
  "split",
  "sort",
  "dedupe",
  "undo",
  "mirror",
] as const;
export type PlaylistPlanKind = (typeof playlistPlanKinds)[number];

/** `stale`: the playlist was changed after the plan was shown, so that it has to be shown again. */
export const playlistPlanStatuses = [
  "proposed",
  "applying",
  "applied",
  "failed",
  "stale",
  "discarded",
] as const;
export type PlaylistPlanStatus = (typeof playlistPlanStatuses)[number];

/** A whole list, as it was read or as it follows for certain from what was written; or a write. */
export const stateReasons = ["observed", "before_write", "after_write", "worked_out"] as const;
