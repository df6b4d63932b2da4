import { randomBytes } from "node:crypto";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ENTROPY_BYTES = 10;

/** A ULID: 48 bits of time and 80 of entropy, in Crockford's base 32; sorts by time. */
export function ulid(at = Date.now(), entropy: Uint8Array = randomBytes(ENTROPY_BYTES)): string {
  let value = BigInt(at);
  for (const byte of entropy) value = (value << 8n) | BigInt(byte);
  let text = "";
  for (let digit = 0; digit < 26; digit += 1) {
    text = `${ALPHABET[Number(value & 31n)]}${text}`;
    value >>= 5n;
  }
  return text;
}

/**
 * The ids of a batch of events, derived from the sender's seed `<milliseconds>,<base64 entropy>`,
 * so that a batch that is sent again gets the same ids. Null when the seed is malformed.
 */
export function seededUlids(seed: string, count: number): string[] | null {
  const [milliseconds, encoded] = seed.split(",");
  const at = Number(milliseconds);
  const entropy = Buffer.from(encoded ?? "", "base64");
  if (!Number.isSafeInteger(at) || at < 0 || at >= 2 ** 48) return null;
  if (entropy.length !== ENTROPY_BYTES) return null;

  const tail = entropy.readUInt32BE(ENTROPY_BYTES - 4);
  return Array.from({ length: count }, (_, index) => {
    const own = Buffer.from(entropy);
    own.writeUInt32BE((tail + index) % 2 ** 32, ENTROPY_BYTES - 4);
    return ulid(at, own);
  });
}
