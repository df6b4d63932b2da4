import { expect, test } from "vitest";
import { hashedSigningKey, isSigned, safeEqual, sign } from "./signature";

const key = `signkey-prod-${"12ab".repeat(8)}`;
const now = Date.parse("2026-11-21T00:00:00Z");
const body = '{"a":1}';
const signature = sign(key, body, now);

test("accepts what it signed for five minutes, either way", () => {
  for (const later of [-299_000, 0, 299_000]) {
    expect(isSigned(key, { body, signature, now: now + later })).toBe(true);
  }
  for (const later of [-302_000, 302_000]) {
    expect(isSigned(key, { body, signature, now: now + later })).toBe(false);
  }
});

test("refuses another body, another key, another time and no signature", () => {
  expect(isSigned(key, { body: '{"a":2}', signature, now })).toBe(false);
  expect(isSigned(`${key}00`, { body, signature, now })).toBe(false);
  const moved = signature.replace(/t=\d+/, `t=${now / 1_000 + 1}`);
  expect(isSigned(key, { body, signature: moved, now })).toBe(false);
  for (const nothing of ["", "t=&s=", "t=abc&s=def"]) {
    expect(isSigned(key, { body, signature: nothing, now })).toBe(false);
  }
});

test("ignores the prefix of a key when it signs, and keeps it when it hashes", () => {
  const bare = key.replace("signkey-prod-", "");
  expect(sign(bare, body, now)).toBe(signature);
  expect(hashedSigningKey(key)).toBe(`signkey-prod-${hashedSigningKey(bare)}`);
});

test("compares texts of any length", () => {
  expect(safeEqual("a", "a")).toBe(true);
  expect(safeEqual("a", "aa")).toBe(false);
  expect(safeEqual("", "")).toBe(true);
});
