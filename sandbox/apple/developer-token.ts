import { verify } from "node:crypto";
import { z } from "zod";
import type { AppleKeys } from "./keys";

const head = z.object({ alg: z.literal("ES256"), kid: z.string() });
const claims = z.object({ iss: z.string(), iat: z.number(), exp: z.number() });

/** Apple's limit for a developer token: 15 777 000 seconds. */
const LONGEST_LIFE_S = 15_777_000;

function parsePart<Schema extends z.ZodType>(text: string, schema: Schema) {
  try {
    return schema.safeParse(JSON.parse(Buffer.from(text, "base64url").toString())).data;
  } catch {
    return undefined;
  }
}

/** Whether a JWT is signed with the team's key, and lives now and no longer than six months. */
export function isDeveloperToken(keys: AppleKeys, token: string, now: Date): boolean {
  const [headText = "", claimsText = "", signature = ""] = token.split(".");
  const header = parsePart(headText, head);
  const body = parsePart(claimsText, claims);
  if (header?.kid !== keys.keyId || body?.iss !== keys.teamId) return false;
  const second = now.getTime() / 1_000;
  if (body.exp <= second || body.exp - body.iat > LONGEST_LIFE_S) return false;
  return verify(
    "sha256",
    Buffer.from(`${headText}.${claimsText}`),
    { key: keys.verifyWith, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
}
