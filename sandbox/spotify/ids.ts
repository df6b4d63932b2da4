import { hash } from "node:crypto";
import { createCache } from "../world/cache";

export type SpotifyKind = "track" | "album" | "artist";

const alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ID_LENGTH = 22;
/** Digits of base 62 that fit a plain number: BigInt is only needed between such chunks. */
const CHUNK_LENGTH = 8;
const CHUNK = 62 ** CHUNK_LENGTH;
const BITS_128 = (1n << 128n) - 1n;
const FACTOR = 0x9e3779b97f4a7c15f39cc0605cedc835n;
const kinds: readonly SpotifyKind[] = ["track", "album", "artist"];
/** A number is followed by a tag: the kind, and which of its copies. */
const COPIES = 16;
const TAGS = 256;
const KEPT_IDS = 50_000;

/** FACTOR's partner: their product is 1 modulo 2^128 (Newton's iteration). */
function inverseOf(factor: bigint): bigint {
  let inverse = factor;
  for (let step = 0; step < 7; step += 1) {
    inverse = (inverse * (2n - factor * inverse)) & BITS_128;
  }
  return inverse;
}

const INVERSE = inverseOf(FACTOR);

function chunkText(chunk: number): string {
  let rest = chunk;
  let text = "";
  for (let digit = 0; digit < CHUNK_LENGTH; digit += 1) {
    text = alphabet.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

const chunkNumber = (text: string) =>
  [...text].reduce((value, digit) => value * 62 + alphabet.indexOf(digit), 0);

export const isSpotifyId = (text: string) => /^[0-9A-Za-z]{22}$/.test(text);

/** Ids that look like Spotify's and yet say which recording of the world, and which copy, they mean. */
export function createIds(seed: string) {
  const check = (low: bigint) => {
    const digest = hash("sha256", `${seed}:${low}`, "hex");
    return BigInt(`0x${digest.slice(0, 20)}`);
  };

  const idOf = createCache(KEPT_IDS, (tagged: number): string => {
    const low = BigInt(tagged);
    let rest = (((check(low) << 48n) | low) * FACTOR) & BITS_128;
    let text = "";
    while (text.length < ID_LENGTH) {
      text = chunkText(Number(rest % BigInt(CHUNK))) + text;
      rest /= BigInt(CHUNK);
    }
    return text.slice(-ID_LENGTH);
  });

  /** What an id stands for; -1 for one that is not of this world. */
  const taggedOf = createCache(KEPT_IDS, (id: string): number => {
    let value = 0n;
    for (let start = 0; start < id.length; start += CHUNK_LENGTH) {
      const chunk = id.slice(start, start + CHUNK_LENGTH);
      value = value * BigInt(62 ** chunk.length) + BigInt(chunkNumber(chunk));
    }
    const plain = (value * INVERSE) & BITS_128;
    const low = plain & ((1n << 48n) - 1n);
    return value > BITS_128 || plain >> 48n !== check(low) ? -1 : Number(low);
  });

  return {
    encode: (kind: SpotifyKind, number: number, copy = 0): string =>
      idOf(number * TAGS + kinds.indexOf(kind) * COPIES + copy),

    /** Null for an id that is not of this world. */
    decode(kind: SpotifyKind, id: string): { number: number; copy: number } | null {
      const tagged = taggedOf(id);
      const tag = tagged % TAGS;
      if (tagged < 0 || kinds[Math.floor(tag / COPIES)] !== kind) return null;
      return { number: Math.floor(tagged / TAGS), copy: tag % COPIES };
    },
  };
}

export type Ids = ReturnType<typeof createIds>;
