import fc from "fast-check";
import { expect, test } from "vitest";
import { carriesToken } from "./scrape-token";

test("only the token itself, as a bearer, lets a scraper in", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.string(), (token, other) => {
      expect(carriesToken(`Bearer ${token}`, token)).toBe(true);
      expect(carriesToken(other, token)).toBe(other === `Bearer ${token}`);
      expect(carriesToken(token, token)).toBe(token === `Bearer ${token}`);
      expect(carriesToken(null, token)).toBe(false);
    }),
  );
});
