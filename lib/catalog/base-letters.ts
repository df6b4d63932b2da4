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

/**
 * Text without case and accents: "Ørbital Déjà" is "orbital deja". Keys of recordings are stored that
 * are made of it: what it answers stays.
 */
export const baseLetters = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[øđðþłßæœı]/g, (letter) => letters[letter] ?? letter);
