const UNSTORABLE = /[\0\p{Cs}]/u;

export const UNSTORABLE_TEXT = "This text has a character that cannot be kept.";

/**
 * The way to the first text that Postgres would refuse, because it has a NUL or half a character;
 * null where everything can be stored.
 */
export function pathOfUnstorable(value: unknown): PropertyKey[] | null {
  if (typeof value === "string") return UNSTORABLE.test(value) ? [] : null;
  if (typeof value !== "object" || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const path = UNSTORABLE.test(key) ? [] : pathOfUnstorable(inner);
    if (path) return [key, ...path];
  }
  return null;
}
