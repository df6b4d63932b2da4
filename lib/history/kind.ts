/** What plays are summed up by. */
export const subjectKinds = ["track", "artist", "album"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

export const importStatuses = [
  "uploading",
  "pending",
  "running",
  "complete",
  "partial",
  "failed",
  "cancelled",
] as const;
export type ImportStatus = (typeof importStatuses)[number];

export const topKinds = ["track", "artist", "album", "label", "genre"] as const;
export type TopBy = (typeof topKinds)[number];

export const tasteKinds = ["artist", "genre", "label"] as const;
export type TasteBy = (typeof tasteKinds)[number];
