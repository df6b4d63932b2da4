/** A person waits for the first; the second gives way. */
export type Lane = "interactive" | "background";

/** So many requests in any window of so many seconds. */
export type Limit = { requests: number; windowS: number };

/** A refusal costs this part of the rate, and an answer gives back so much of a window's worth. */
export const SLOWER = 0.7;
const FASTER_PER_WINDOW = 0.1;
/** However often a provider refuses, it is asked at this part of the configured rate. */
export const LEAST_SHARE = 0.1;

/** What one answer adds to the share. */
export const stepOf = ({ requests }: Limit) => FASTER_PER_WINDOW / requests;

/** How the share changes: the statements of db/queries/admission.ts follow these two rules. */
export const afterRefusal = (share: number) => Math.max(LEAST_SHARE, share * SLOWER);

export const afterAnswer = (share: number, limit: Limit) => Math.min(1, share + stepOf(limit));

/** Requests that the background leaves free in the window, so that a person finds room at once. */
export const reserveOf = (lane: Lane, { requests }: Limit) =>
  lane === "interactive" ? 0 : Math.ceil(requests / 40);

/** How many may be in the window when one more is sent. */
export const mostInWindow = (lane: Lane, limit: Limit, share: number) =>
  Math.max(1, Math.floor(limit.requests * share) - reserveOf(lane, limit));

/** What the background may send at once after a rest; more would leave people a long gap later. */
export const burstOf = ({ requests }: Limit) => Math.max(2, requests / 6);
