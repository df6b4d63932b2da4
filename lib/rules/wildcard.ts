const signs = /[\\^$.*+?()[\]{}|/]/g;
const asPattern = (literal: string) =>
  literal.replace(signs, (sign) => (sign === "?" ? "." : `\\${sign}`));

const likeSigns = /[\\%_]/g;
const asLike = (literal: string) => literal.replace(likeSigns, "\\$&");

export const likeContaining = (text: string) => `%${asLike(text)}%`;
export const likeStarting = (text: string) => `${asLike(text)}%`;

/** A pattern of `*` (any run of letters) and `?` (any one letter) as Postgres' LIKE reads it. */
export const likeOf = (pattern: string) =>
  asLike(pattern).replace(/\*+/g, "%").replaceAll("?", "_");

/**
 * Tells whether a whole text fits a pattern of `*` and `?`. The pieces between the stars are looked
 * for one after the other and nothing is tried twice, so that no pattern can make it slow.
 */
export function wildcardMatcher(pattern: string): (text: string) => boolean {
  const [first = "", ...rest] = pattern.split("*");
  const last = rest.pop();
  if (last === undefined) {
    const whole = new RegExp(`^${asPattern(first)}$`, "su");
    return (text) => whole.test(text);
  }
  const start = new RegExp(`^${asPattern(first)}`, "su");
  const middles = rest
    .filter((piece) => piece !== "")
    .map((piece) => new RegExp(asPattern(piece), "gsu"));
  const end = new RegExp(`${asPattern(last)}$`, "gsu");

  return (text) => {
    let from = start.exec(text)?.[0].length;
    if (from === undefined) return false;
    for (const piece of [...middles, end]) {
      piece.lastIndex = from;
      if (!piece.test(text)) return false;
      from = piece.lastIndex;
    }
    return true;
  };
}
