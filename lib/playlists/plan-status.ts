export const playlistPlanKinds = [
  "rule",
  "restore",
  "copy",
  "merge",
  "split",
  "sort",
  "dedupe",
  "undo",
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

export const stateReasons = ["observed", "before_write", "after_write"] as const;
