/** A failed request is never one of these: the track stays `pending` until Spotify has answered. */
export const matchStatuses = [
  "pending",
  "found",
  "review",
  "not_found",
  "unavailable",
  "rejected",
] as const;
export type MatchStatus = (typeof matchStatuses)[number];

export const matchMethods = ["isrc", "release", "text", "manual"] as const;
export type MatchMethod = (typeof matchMethods)[number];
