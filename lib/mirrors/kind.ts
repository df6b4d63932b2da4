export const mirrorKinds = ["bronze", "silver", "golden"] as const;
export type MirrorKind = (typeof mirrorKinds)[number];

export const mirrorStatuses = [
  "idle",
  "pending",
  "syncing",
  "waiting",
  "failed",
  "removed",
  "stopped",
] as const;
export type MirrorStatus = (typeof mirrorStatuses)[number];
