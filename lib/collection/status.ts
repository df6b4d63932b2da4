export const collectionStatuses = ["queued", "running", "complete", "partial", "failed"] as const;
export type CollectionStatus = (typeof collectionStatuses)[number];
