const UNSTORABLE = /[\0\ud800-\udfff]/;
/** How text that was UTF-8 can say such a character; most texts do not, and are read much faster. */
const ESCAPED = /\\u(?:0000|d[89a-f])/i;

/**
 * Undefined for text that is no JSON. Characters PostgreSQL cannot keep (NUL, halves of surrogate
 * pairs) are dropped or replaced on the way, so that one odd title cannot lose a page.
 */
export function readJson(text: string): unknown {
  try {
    if (!ESCAPED.test(text)) return JSON.parse(text);
    return JSON.parse(text, (_key, value: unknown) =>
      typeof value === "string" && UNSTORABLE.test(value)
        ? Buffer.from(value).toString().replaceAll("\0", "")
        : value,
    );
  } catch {
    return undefined;
  }
}
