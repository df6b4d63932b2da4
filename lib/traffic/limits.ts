import "server-only";
import type { Provider } from "@/lib/connections/provider";
import { env } from "@/lib/env";

/** A person waits for the first; the second gives way. */
export type Lane = "interactive" | "background";

const WINDOW_S = 30;

/**
 * A bucket of this size, refilled at this rate, never sends more than `requests` in any window:
 * what is saved up and what flows in add up to it.
 */
function bucketFor(requests: number) {
  const burst = Math.max(1, requests * 0.4);
  return { burst, perSecond: Math.max(requests - burst, requests * 0.1) / WINDOW_S };
}

export const buckets: Record<Provider, { burst: number; perSecond: number }> = {
  spotify: bucketFor(env.SPOTIFY_REQUESTS_PER_30_S),
  beatport: bucketFor(env.BEATPORT_REQUESTS_PER_30_S),
};

/** Tokens the background leaves in the bucket for people. */
export function reserveOf(lane: Lane, { burst }: { burst: number }) {
  return lane === "interactive" ? 0 : Math.min(burst / 4, burst - 1);
}

/** Requests in flight per process. */
export const inFlight: Record<Lane, number> = { interactive: 4, background: 2 };

/** How long a call waits for its turn before it says until when. */
export const patienceMs: Record<Lane, number> = { interactive: 10_000, background: 62_000 };
