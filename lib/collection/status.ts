export const collectionStatuses = [
  "queued",
  "running",
  "complete",
  "partial",
  "failed",
  "cancelled",
] as const;
export type CollectionStatus = (typeof collectionStatuses)[number];
