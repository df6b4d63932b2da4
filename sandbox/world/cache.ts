/** Remembers what was made last, up to a number of entries; the longest unused goes first. */
export function createCache<Key, Value>(limit: number, make: (key: Key) => Value) {
  const entries = new Map<Key, Value>();
  return (key: Key): Value => {
    const known = entries.get(key);
    const value = known ?? make(key);
    entries.delete(key);
    entries.set(key, value);
    if (entries.size > limit) {
      for (const oldest of entries.keys()) {
        entries.delete(oldest);
        break;
      }
    }
    return value;
  };
}
