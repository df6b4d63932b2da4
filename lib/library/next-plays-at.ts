const MINUTE_MS = 60_000;
const SOONEST_MS = 25 * MINUTE_MS;
const LATEST_MS = 360 * MINUTE_MS;

/**
 * When to ask for plays again. Fifty plays of half a minute fit into 25 minutes, so that is how often
 * while somebody listens; with every hour of silence a quarter of an hour later, at most six hours.
 */
export function nextPlaysAt({ now, newest }: { now: Date; newest: Date | null }): Date {
  const idleMs = newest === null ? Number.POSITIVE_INFINITY : now.getTime() - newest.getTime();
  return new Date(now.getTime() + Math.min(LATEST_MS, Math.max(SOONEST_MS, idleMs / 4)));
}
