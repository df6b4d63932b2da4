import { generateKeyPairSync, randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { Refusal } from "./refusal.mjs";

const makers = {
  NEXTAUTH_SECRET: () => randomBytes(32).toString("base64"),
  TOKEN_KEY: () => randomBytes(32).toString("base64"),
  INNGEST_EVENT_KEY: () => randomBytes(24).toString("hex"),
  INNGEST_SIGNING_KEY: () => `signkey-prod-${randomBytes(32).toString("hex")}`,
  databasePassword: () => randomBytes(24).toString("hex"),
  /** What the simulated Apple Music knows this installation by. */
  applePrivateKey: () =>
    generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey.export({
      type: "pkcs8",
      format: "pem",
    }),
};

function readKept(file) {
  if (!fs.existsSync(file)) return {};
  const text = fs.readFileSync(file, "utf8");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refusal(
      `${file} is damaged. Restore it from a backup: without its keys the database and the stored sign-ins cannot be opened.`,
      { cause },
    );
  }
}

function write(file, secrets) {
  const unfinished = `${file}.${process.pid}`;
  fs.writeFileSync(unfinished, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  fs.renameSync(unfinished, file);
}

/** The keys of this installation: made once, kept in the data folder, readable by its owner only. */
export function readSecrets(dataDir) {
  const file = path.join(dataDir, "secrets.json");
  const kept = readKept(file);
  const missing = Object.keys(makers).filter((name) => typeof kept[name] !== "string");
  if (missing.length === 0) return kept;
  if (fs.existsSync(path.join(dataDir, "postgres")) && kept.databasePassword === undefined) {
    throw new Refusal(
      `${file} is missing, and with it the password of the database beside it. Restore the file from a backup, or move ${dataDir} away to start empty.`,
    );
  }
  const made = Object.fromEntries(missing.map((name) => [name, makers[name]()]));
  write(file, { ...kept, ...made });
  return { ...kept, ...made };
}
