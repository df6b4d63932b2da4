import "server-only";
import { createPrivateKey, type KeyObject, sign } from "node:crypto";
import { readFileSync } from "node:fs";

export type DeveloperKey = { teamId: string; keyId: string; privateKey: KeyObject };

/** Apple's limit for the life of a developer token. */
const LONGEST_LIFE_S = 15_777_000;

type Settings = {
  teamId: string | undefined;
  keyId: string | undefined;
  /** A PEM, also with `\n` for its line ends, or the path of its file. */
  privateKey: string | undefined;
};

/** The team's key; null where it is not set up. Throws when it is, and is no P-256 key. */
export function readDeveloperKey({ teamId, keyId, privateKey }: Settings): DeveloperKey | null {
  if (!teamId || !keyId || !privateKey) return null;
  const isText = privateKey.includes("-----BEGIN");
  const pem = isText ? privateKey.replaceAll("\\n", "\n") : readFileSync(privateKey, "utf8");
  const key = createPrivateKey(pem);
  if (key.asymmetricKeyDetails?.namedCurve !== "prime256v1") {
    throw new Error("APPLE_PRIVATE_KEY must be a P-256 key.");
  }
  return { teamId, keyId, privateKey: key };
}

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** An ES256 JWT that says which developer asks. One with an origin is good for its pages only. */
export function signDeveloperToken(
  { teamId, keyId, privateKey }: DeveloperKey,
  { now, lifeSeconds, origin }: { now: Date; lifeSeconds: number; origin?: string },
): string {
  const iat = Math.floor(now.getTime() / 1000);
  const exp = iat + Math.min(lifeSeconds, LONGEST_LIFE_S);
  const head = part({ alg: "ES256", kid: keyId, typ: "JWT" });
  const claims = part({ iss: teamId, iat, exp, ...(origin && { origin: [origin] }) });
  const text = `${head}.${claims}`;
  const signature = sign("sha256", Buffer.from(text), {
    key: privateKey,
    dsaEncoding: "ieee-p1363",
  });
  return `${text}.${signature.toString("base64url")}`;
}
