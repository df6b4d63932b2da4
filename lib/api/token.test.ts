import { expect, test } from "vitest";
import { bearerOf, hashOfToken, mintToken } from "./token";

test("a token has 256 random bits, is known by its prefix and kept as its hash", () => {
  const { token, tokenHash, start } = mintToken();
  expect(Buffer.from(token.replace(/^cldr_/, ""), "base64url")).toHaveLength(32);
  expect(tokenHash).toBe(hashOfToken(token));
  expect(token.startsWith(start)).toBe(true);
  expect(start).toHaveLength(11);
  expect(mintToken().token).not.toBe(token);
});

test("only what looks like one of ours is looked up", () => {
  const { token } = mintToken();
  expect(bearerOf(`Bearer ${token}`)).toBe(token);
  expect(bearerOf(`bearer  ${token}`)).toBe(token);
  for (const other of [null, token, `Bearer ${token}x`, `Token ${token}`, "Bearer ghp_1"]) {
    expect(bearerOf(other)).toBeNull();
  }
});
