/** Shares one reading among callers: those that come while it is under way, and for `ms` after. */
export function remember<T>(ms: number, read: () => Promise<T>, now: () => number = Date.now) {
  let latest: { reading: Promise<T>; until: number } | null = null;

  return function remembered(): Promise<T> {
    if (latest && now() < latest.until) return latest.reading;
    const reading = read();
    const own = { reading, until: Number.POSITIVE_INFINITY };
    latest = own;
    const keep = () => {
      own.until = now() + ms;
    };
    const forget = () => {
      own.until = Number.NEGATIVE_INFINITY;
    };
    reading.then(keep, forget);
    return reading;
  };
}
