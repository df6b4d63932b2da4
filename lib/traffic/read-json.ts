const UNSTORABLE = /[\0\ud800-\udfff]/;

/**
 * Undefined for text that is no JSON. Characters PostgreSQL cannot keep (NUL, halves of surrogate
 * pairs) are dropped or replaced on the way, so that one odd title cannot lose a page.
 */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === "string" && UNSTORABLE.test(value)
        ? Buffer.from(value).toString().replaceAll("\0", "")
        : value,
    );
  } catch {
    return undefined;
  }
}
