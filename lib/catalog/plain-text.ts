/** Letters that do not fall apart into a base letter and an accent. */
const letters: Record<string, string> = {
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

const COUNTRY_TAG = /\s*[([][A-Z]{2,3}[)\]]\s*$/;

/**
 * Text as it is compared: lower case, without accents, quotes and punctuation, "&" read as "and".
 * Text made of signs only keeps them, so that "!!!" and "???" stay two names.
 */
export function plainText(text: string): string {
  const lower = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øđðþłßæœı]/g, (letter) => letters[letter] ?? letter)
    .replace(/['’‘`´]/g, "")
    .replace(/&/g, " and ");
  const words = lower.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return words || lower.replace(/\s+/g, " ").trim();
}

/** An artist's name as it is compared: without the country that tells namesakes apart. */
export const plainArtist = (name: string) =>
  plainText(name.replace(COUNTRY_TAG, "")) || plainText(name);
