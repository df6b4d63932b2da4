import { baseLetters } from "@/lib/catalog/base-letters";

const PLAIN = /^[\x20-\x7e]*$/;
const UNTIDY = /^ | $| {2}/;

const tidy = (text: string) => (UNTIDY.test(text) ? text.trim().replace(/ {2,}/g, " ") : text);

/** How typographers write the quotes and dashes of a keyboard; services differ in which they use. */
const typographic: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚‛ʼ]/g, "'"],
  [/[“”„‟]/g, '"'],
  [/[‐‑‒–—―−]/g, "-"],
];

const keyboardSigns = (text: string) =>
  typographic.reduce((plain, [signs, sign]) => plain.replace(signs, sign), text);

/**
 * Text as rules compare it: without case and accents, spaces single, signs as a keyboard has them. It is folded here
 * and nowhere else: the database holds folded columns and compares them byte by byte.
 */
export function foldText(text: string): string {
  if (PLAIN.test(text)) return tidy(text.toLowerCase());
  return tidy(
    keyboardSigns(baseLetters(text))
      .replace(/ς/g, "σ")
      .replace(/[\s\p{Cc}]+/gu, " "),
  );
}
