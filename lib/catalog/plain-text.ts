import { baseLetters } from "./base-letters";

const COUNTRY_TAG = /\s*[([][A-Z]{2,3}[)\]]\s*$/;

/**
 * Text as it is compared: lower case, without accents, quotes and punctuation, "&" read as "and".
 * Text made of signs only keeps them, so that "!!!" and "???" stay two names.
 */
export function plainText(text: string): string {
  const lower = baseLetters(text)
    .replace(/['’‘`´]/g, "")
    .replace(/&/g, " and ");
  const words = lower.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return words || lower.replace(/\s+/g, " ").trim();
}

/** An artist's name as it is compared: without the country that tells namesakes apart. */
export const plainArtist = (name: string) =>
  plainText(name.replace(COUNTRY_TAG, "")) || plainText(name);
