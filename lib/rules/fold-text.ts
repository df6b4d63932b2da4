import { baseLetters } from "@/lib/catalog/base-letters";

const PLAIN = /^[\x20-\x7e]*$/;
const UNTIDY = /^ | $| {2}/;

const tidy = (text: string) => (UNTIDY.test(text) ? text.trim().replace(/ {2,}/g, " ") : text);

/**
 * Text as rules compare it: without case and accents, spaces single, signs kept. It is folded here
 * and nowhere else: the database holds folded columns and compares them byte by byte.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return tidy(text.toLowerCase());
  return tidy(
    baseLetters(text)
      .replace(/ς/g, "σ")
      .replace(/[\s\p{Cc}]+/gu, " "),
  );
}
