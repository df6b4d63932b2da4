import "server-only";
import type { Provider } from "@/lib/connections/provider";
import { env } from "@/lib/env";
import type { Lane, Limit } from "./pace";

const limitOf = (requestsPer30S: number, windowS: number): Limit => ({
  requests: Math.max(1, Math.floor((requestsPer30S * windowS) / 30)),
  windowS,
});

export const limits: Record<Provider, Limit> = {
  spotify: limitOf(env.SPOTIFY_REQUESTS_PER_30_S, env.SPOTIFY_WINDOW_S),
  beatport: limitOf(env.BEATPORT_REQUESTS_PER_30_S, env.BEATPORT_WINDOW_S),
};

/** Requests in flight per process. */
export const inFlight: Record<Lane, number> = { interactive: 4, background: 2 };

/** How long a call waits for its turn before it says until when. */
export const patienceMs: Record<Lane, number> = { interactive: 10_000, background: 62_000 };
