import { generateKeyPairSync, verify } from "node:crypto";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { readDeveloperKey, signDeveloperToken } from "./developer-token";

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const pem = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();
const settings = { teamId: "TEAM000000", keyId: "KEY0000000", privateKey: pem };
const now = new Date("2026-11-21T12:00:00Z");
const nowSeconds = now.getTime() / 1000;

function parse(token: string) {
  const [head = "", claims = "", signature = ""] = token.split(".");
  const json = (text: string) => JSON.parse(Buffer.from(text, "base64url").toString());
  const isSigned = verify(
    "sha256",
    Buffer.from(`${head}.${claims}`),
    { key: pair.publicKey, dsaEncoding: "ieee-p1363" },
    Buffer.from(signature, "base64url"),
  );
  return { head: json(head), claims: json(claims), isSigned };
}

test("a developer token names key and team, is signed with the key, and ends", () => {
  const key = readDeveloperKey(settings);
  if (!key) throw new Error("no key");
  expect(parse(signDeveloperToken(key, { now, lifeSeconds: 3600 }))).toEqual({
    head: { alg: "ES256", kid: "KEY0000000", typ: "JWT" },
    claims: { iss: "TEAM000000", iat: nowSeconds, exp: nowSeconds + 3600 },
    isSigned: true,
  });
});

test("no token lives longer than Apple allows, and one for a page is bound to it", () => {
  const key = readDeveloperKey(settings);
  if (!key) throw new Error("no key");
  const origin = "https://clouder.example";
  const { claims } = parse(signDeveloperToken(key, { now, lifeSeconds: 1e9, origin }));
  expect(claims.exp - claims.iat).toBe(15_777_000);
  expect(claims.origin).toEqual([origin]);
});

test("the key is a PEM, one on a single line, or a file", () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), "apple-")), "key.p8");
  writeFileSync(file, pem);
  for (const privateKey of [pem, pem.replaceAll("\n", "\\n"), file]) {
    expect(readDeveloperKey({ ...settings, privateKey })?.privateKey.type).toBe("private");
  }
});

test("without a key there is no Apple Music, and a key of another kind is refused by name", () => {
  expect(readDeveloperKey({ ...settings, keyId: undefined })).toBeNull();
  const other = generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey;
  const privateKey = other.export({ type: "pkcs8", format: "pem" }).toString();
  expect(() => readDeveloperKey({ ...settings, privateKey })).toThrow("APPLE_PRIVATE_KEY");
});
