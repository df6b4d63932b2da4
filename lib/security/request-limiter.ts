type Bucket = { tokens: number; at: number };

const MAX_KEYS = 10_000;

/**
 * A token bucket per key, in this process: `burst` requests at once, refilled over `windowMs`.
 * Answers the seconds to wait, 0 when the request may pass.
 */
export function createRequestLimiter({ burst, windowMs }: { burst: number; windowMs: number }) {
  const buckets = new Map<string, Bucket>();

  return (key: string, now: number): number => {
    const held = buckets.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, held.tokens + ((now - held.at) * burst) / windowMs);
    buckets.delete(key);
    if (buckets.size >= MAX_KEYS) {
      const oldest = buckets.keys().next().value;
      if (oldest !== undefined) buckets.delete(oldest);
    }
    buckets.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    return tokens >= 1 ? 0 : Math.ceil(((1 - tokens) * windowMs) / burst / 1000);
  };
}
