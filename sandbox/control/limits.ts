import { z } from "zod";

export const providers = ["spotify", "beatport", "apple", "musicbrainz"] as const;
export type Provider = (typeof providers)[number];

export const limitSchema = z.strictObject({
  provider: z.enum(providers),
  requests: z.number().int().positive(),
  /** Length of the rolling window. */
  seconds: z.number().positive(),
});

type Limit = z.infer<typeof limitSchema>;

/** Rolling windows over real time; a refused request does not count. */
export function createLimits(clockMs: () => number = () => performance.now()) {
  const limits = new Map<Provider, { limit: Limit; served: number[] }>();

  return {
    set(limit: Limit) {
      limits.set(limit.provider, { limit, served: [] });
    },
    list: () => [...limits.values()].map(({ limit }) => limit),

    /** Seconds to wait when the window is full; null when the request may pass, and is counted. */
    admit(provider: Provider): number | null {
      const entry = limits.get(provider);
      if (!entry) return null;
      const nowMs = clockMs();
      const windowMs = entry.limit.seconds * 1_000;
      entry.served = entry.served.filter((servedMs) => servedMs > nowMs - windowMs);
      const [oldest] = entry.served;
      if (oldest !== undefined && entry.served.length >= entry.limit.requests) {
        return Math.max(1, Math.ceil((oldest + windowMs - nowMs) / 1_000));
      }
      entry.served.push(nowMs);
      return null;
    },

    clear() {
      limits.clear();
    },
  };
}
