export const jobKinds = ["collection", "matching", "mirror", "styles"] as const;
export type JobKind = (typeof jobKinds)[number];

export const jobStatuses = [
  "queued",
  "running",
  "waiting",
  "done",
  "partial",
  "failed",
  "cancelled",
] as const;
export type JobStatus = (typeof jobStatuses)[number];

export const jobLogLevels = ["info", "warning", "error"] as const;
export type JobLogLevel = (typeof jobLogLevels)[number];
