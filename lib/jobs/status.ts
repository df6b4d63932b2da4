export const jobKinds = [
  "classification",
  "collection",
  "enrichment",
  "facts",
  "import",
  "matching",
  "mirror",
  "playlist",
  "recount",
  "source",
  "styles",
  "sync",
] as const;
export type JobKind = (typeof jobKinds)[number];

/** What the work on the list of styles is about: there is one list, and no row of it stands for all. */
export const STYLES_SUBJECT = "00000000-0000-4000-8000-000000000001";

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

export const isOpenStatus = (status: JobStatus) =>
  status === "queued" || status === "running" || status === "waiting";

export const jobLogLevels = ["info", "warning", "error"] as const;
export type JobLogLevel = (typeof jobLogLevels)[number];

/** What of the activity is shown. */
export const activityStates = ["running", "waiting", "failed", "ended"] as const;
export type ActivityState = (typeof activityStates)[number];
