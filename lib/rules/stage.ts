/** How far a DJ took a track, from nothing to Golden. */
export const stages = ["none", "trash", "bronze", "silver", "golden"] as const;
export type Stage = (typeof stages)[number];
