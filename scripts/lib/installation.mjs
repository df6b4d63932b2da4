import fs from "node:fs";
import path from "node:path";
import { embeddedUrl } from "./database.mjs";
import { Refusal } from "./refusal.mjs";
import { readSecrets } from "./secrets.mjs";

const SHARED_KEYS = ["NEXTAUTH_SECRET", "TOKEN_KEY", "INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY"];

/** The keys of an installation that runs here or elsewhere; none is made, for it would not fit. */
function sharedKeys({ dataDir }, env) {
  if (fs.existsSync(path.join(dataDir, "secrets.json"))) return readSecrets(dataDir);
  const missing = SHARED_KEYS.filter((name) => env[name] === undefined);
  if (missing.length === 0) return {};
  throw new Refusal(
    `The worker needs the keys of the Clouder it works for: set ${missing.join(", ")}, or DATA_DIR to its data folder.`,
  );
}

/** The port that the embedded PostgreSQL of a running Clouder listens on. */
function runningPort({ dataDir }) {
  const lock = path.join(dataDir, "postgres", "postmaster.pid");
  const port = fs.existsSync(lock) ? fs.readFileSync(lock, "utf8").split("\n")[3] : undefined;
  if (port) return Number(port);
  throw new Refusal(
    `No Clouder is running on ${dataDir}. Start it first, or name its database with DATABASE_URL.`,
  );
}

/** Keys and database of a Clouder that is already up. */
export function joinInstallation(settings, env) {
  const secrets = sharedKeys(settings, env);
  const databaseUrl =
    settings.databaseUrl ?? embeddedUrl(runningPort(settings), secrets.databasePassword);
  return { secrets, databaseUrl };
}
