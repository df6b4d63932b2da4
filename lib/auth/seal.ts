import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = "v1";

const keyFrom = (secret: string) =>
  Buffer.from(hkdfSync("sha256", Buffer.from(secret, "base64"), "", "clouder provider tokens", 32));

/**
 * Seals a secret for the database with AES-256-GCM: `v1.<base64url of nonce, tag, ciphertext>`.
 * `context` is authenticated with it: a sealed value copied to another row does not open.
 */
export function seal(plain: string, context: string, secret: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyFrom(secret), nonce).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url")}`;
}

/** Throws when the value was changed, belongs to another context or was sealed with another key. */
export function unseal(sealed: string, context: string, secret: string): string {
  const [version, encoded] = sealed.split(".");
  if (version !== VERSION || !encoded) throw new Error("This is not a sealed value.");
  const bytes = Buffer.from(encoded, "base64url");
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", keyFrom(secret), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(context)).setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
}
