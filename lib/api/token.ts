import { createHash, randomBytes } from "node:crypto";

const PREFIX = "cldr_";
const SHOWN = PREFIX.length + 6;
const BEARER = /^Bearer +(cldr_[\w-]{43})$/i;

/** 256 random bits. Who looks a token up by its hash learns nothing from how long that takes. */
export function mintToken(): { token: string; tokenHash: string; start: string } {
  const token = PREFIX + randomBytes(32).toString("base64url");
  return { token, tokenHash: hashOfToken(token), start: token.slice(0, SHOWN) };
}

/** SHA-256, hexadecimal. */
export const hashOfToken = (token: string) => createHash("sha256").update(token).digest("hex");

/** The token of an `Authorization` header; null when it holds none of ours. */
export const bearerOf = (authorization: string | null): string | null =>
  BEARER.exec(authorization ?? "")?.[1] ?? null;
