const DAY_S = 86_400;

/**
 * Seconds a `Retry-After` asks for, from its two legal forms, at most a day: no quota lasts longer,
 * and a mistaken header must not stop us for a year. Null when it is missing, zero or unreadable.
 */
export function readRetryAfter(header: string | null, now: Date): number | null {
  if (header === null) return null;
  const text = header.trim();
  const seconds = /^\d+(\.\d+)?$/.test(text)
    ? Math.ceil(Number(text))
    : Math.ceil((Date.parse(text) - now.getTime()) / 1000);
  return Number.isFinite(seconds) && seconds > 0 ? Math.min(seconds, DAY_S) : null;
}
