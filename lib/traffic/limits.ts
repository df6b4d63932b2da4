import "server-only";
import type { Provider } from "@/lib/connections/provider";
import { env } from "@/lib/env";
import type { Lane, Limit } from "./pace";

/** It counts each second. */
const MUSICBRAINZ_WINDOW_S = 1;

/** A rate below one request in a window has a wider window: it is never rounded up. */
const limitOf = (requestsPer30S: number, windowS: number): Limit => {
  const requests = Math.floor((requestsPer30S * windowS) / 30);
  return requests < 1 ? { requests: 1, windowS: 30 / requestsPer30S } : { requests, windowS };
};

export const limits: Record<Provider, Limit> = {
  spotify: limitOf(env.SPOTIFY_REQUESTS_PER_30_S, env.SPOTIFY_WINDOW_S),
  beatport: limitOf(env.BEATPORT_REQUESTS_PER_30_S, env.BEATPORT_WINDOW_S),
  apple: limitOf(env.APPLE_REQUESTS_PER_30_S, env.APPLE_WINDOW_S),
  musicbrainz: limitOf(env.MUSICBRAINZ_REQUESTS_PER_30_S, MUSICBRAINZ_WINDOW_S),
  llm: limitOf(env.ENRICH_LLM_REQUESTS_PER_30_S, 30),
};

/** An answer that takes so long is slow, and the provider still well. */
const SLOW_ANSWER_S = 0.25;
const FEWEST_IN_FLIGHT: Record<Lane, number> = { interactive: 4, background: 2 };
const MOST_IN_FLIGHT = 12;

/** Requests in flight per process: as many as it takes to use the allowed rate with slow answers. */
export function inFlight(lane: Lane, { requests, windowS }: Limit): number {
  const needed = Math.ceil((requests / windowS) * SLOW_ANSWER_S);
  return Math.min(MOST_IN_FLIGHT, Math.max(FEWEST_IN_FLIGHT[lane], needed));
}

/** How long a call waits for its turn before it says until when. */
export const patienceMs: Record<Lane, number> = {
  interactive: 10_000,
  background: (env.PATIENCE_S + 2) * 1000,
};
