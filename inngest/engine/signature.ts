import { createHash, createHmac, timingSafeEqual } from "node:crypto";

const PREFIX = /^signkey-\w+-/;
const WINDOW_SECONDS = 300;

export function safeEqual(left: string, right: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}

const hmac = (signingKey: string, text: string) =>
  createHmac("sha256", signingKey.replace(PREFIX, "")).update(text).digest("hex");

/** The `x-inngest-signature` of a body, which must be canonical JSON when it is a request's. */
export function sign(signingKey: string, body: string, now = Date.now()): string {
  const seconds = String(Math.floor(now / 1_000));
  return `t=${seconds}&s=${hmac(signingKey, body + seconds)}`;
}

/** False also for signatures more than five minutes from now. */
export function isSigned(
  signingKey: string,
  { body, signature, now = Date.now() }: { body: string; signature: string; now?: number },
): boolean {
  const params = new URLSearchParams(signature);
  const seconds = params.get("t") ?? "";
  if (!(Math.abs(now / 1_000 - Number.parseInt(seconds, 10)) <= WINDOW_SECONDS)) return false;
  return safeEqual(params.get("s") ?? "", hmac(signingKey, body + seconds));
}

/** What the SDK shows as its bearer token: the key's prefix and the SHA-256 of its bytes. */
export function hashedSigningKey(signingKey: string): string {
  const prefix = PREFIX.exec(signingKey)?.[0] ?? "";
  const bytes = Buffer.from(signingKey.slice(prefix.length), "hex");
  return prefix + createHash("sha256").update(bytes).digest("hex");
}
