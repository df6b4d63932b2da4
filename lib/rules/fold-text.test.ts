import fc from "fast-check";
import { expect, test } from "vitest";
import { foldText } from "./fold-text";

test("case, accents and how letters are composed make no difference", () => {
  for (const text of [
    "Déjà Vu",
    "DÉJÀ VU",
    "de\u0301ja\u0300 vu",
    "  deja   vu ",
    "deja\u00a0vu",
  ]) {
    expect(foldText(text)).toBe("deja vu");
  }
  expect(foldText("Straße")).toBe(foldText("STRASSE"));
  expect(foldText("İstanbul")).toBe(foldText("ıstanbul"));
  expect(foldText("ΟΔΟΣ")).toBe(foldText("οδος"));
  expect(foldText("Øre ﬁre Ａｃｉｄ")).toBe("ore fire acid");
});

test("signs are kept, because titles differ by them", () => {
  expect(foldText("100% (VIP) [Dub] 🎧 'n' a*b?")).toBe("100% (vip) [dub] 🎧 'n' a*b?");
});

test("quotes and dashes are found however they are written", () => {
  expect(foldText("Don’t Stop – “Live” ‐ ‘Edit’")).toBe(`don't stop - "live" - 'edit'`);
});

test("folding again changes nothing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(foldText(foldText(text))).toBe(foldText(text));
    }),
  );
});

test("folded text has no line breaks and no spaces at its ends", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", " ", "\n", "\t", "\u2003") }), (text) => {
      expect(foldText(text)).toMatch(/^$|^a( ?a)*$/);
    }),
  );
});
