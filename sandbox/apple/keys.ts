import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";

export interface AppleKeySettings {
  teamId: string;
  keyId: string;
  /** PEM, or the base64 of its DER; without one, a pair is made. */
  publicKey: string | null;
}

export interface AppleKeys {
  teamId: string;
  keyId: string;
  verifyWith: KeyObject;
  /** What an app signs its developer tokens with; null when the pair was made elsewhere. */
  privatePem: string | null;
}

const readPublicKey = (text: string) =>
  text.includes("BEGIN")
    ? createPublicKey(text.replaceAll("\\n", "\n"))
    : createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" });

/** The key that developer tokens are checked with; throws when the given one is no P-256 key. */
export function createAppleKeys({ teamId, keyId, publicKey }: AppleKeySettings): AppleKeys {
  if (publicKey === null) {
    const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const privatePem = pair.privateKey.export({ format: "pem", type: "pkcs8" }).toString();
    return { teamId, keyId, verifyWith: pair.publicKey, privatePem };
  }
  const verifyWith = readPublicKey(publicKey);
  if (verifyWith.asymmetricKeyDetails?.namedCurve !== "prime256v1") {
    throw new Error("SANDBOX_APPLE_PUBLIC_KEY must be a P-256 key.");
  }
  return { teamId, keyId, verifyWith, privatePem: null };
}
