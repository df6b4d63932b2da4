import fs from "node:fs";
import path from "node:path";
import { Refusal } from "./refusal.mjs";
import { inRoot, root } from "./root.mjs";

/** The names of all settings, as `.env.example` lists them. */
export function settingNames(file = inRoot(".env.example")) {
  const lines = fs.readFileSync(file, "utf8").split("\n");
  return lines.flatMap((line) => /^(?:# ?)?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []);
}

/** An environment without Clouder's settings, for a stack that must not depend on this machine's. */
export function withoutSettings(env) {
  const names = new Set(settingNames());
  return Object.fromEntries(Object.entries(env).filter(([name]) => !names.has(name)));
}

/** An environment in which an empty value counts as unset. */
export const withoutEmpty = (env) =>
  Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );

function readPort(env, name, byDefault) {
  const text = env[name] ?? String(byDefault);
  const port = Number(text);
  if (/^\d+$/.test(text) && port >= 1 && port <= 65_535) return port;
  throw new Refusal(`${name} must be a port between 1 and 65535, not "${text}".`);
}

function readSwitch(env, name, byDefault) {
  const text = env[name];
  if (text === undefined) return byDefault;
  if (text === "0" || text === "1") return text === "1";
  throw new Refusal(`${name} must be 0 or 1, not "${text}".`);
}

function readUrl(env, name, protocols) {
  const text = env[name];
  if (text === undefined) return null;
  const protocol = URL.canParse(text) ? new URL(text).protocol : "";
  if (protocols.includes(protocol)) return text;
  throw new Refusal(
    `${name} must be an address that starts with ${protocols[0]}//, not "${text}".`,
  );
}

function readAppUrl(env, port) {
  const url = readUrl(env, "APP_URL", ["http:", "https:"]) ?? `http://127.0.0.1:${port}`;
  if (new URL(url).hostname !== "localhost") return url.replace(/\/+$/, "");
  throw new Refusal("APP_URL must name 127.0.0.1 instead of localhost, which Spotify refuses.");
}

/** True when all are set, false when none is; half a credential is a mistake worth a word. */
function isSet(env, names) {
  const missing = names.filter((name) => env[name] === undefined);
  if (missing.length === 0) return true;
  if (missing.length === names.length) return false;
  const given = names.filter((name) => env[name] !== undefined);
  throw new Refusal(`${given.join(" and ")} is set, but not ${missing.join(" and ")}.`);
}

function hasBeatportCredential(env) {
  const client = isSet(env, ["BEATPORT_CLIENT_ID", "BEATPORT_CLIENT_SECRET"]);
  const login = isSet(env, ["BEATPORT_USERNAME", "BEATPORT_PASSWORD"]);
  return client || login || env.BEATPORT_TOKEN !== undefined;
}

/** A demo has everything; beside a real Spotify, Apple Music and MusicBrainz are the real ones or none. */
function simulatedServices(env) {
  const spotify = !isSet(env, ["SPOTIFY_CLIENT_ID", "SPOTIFY_CLIENT_SECRET"]);
  const hasAppleKey = isSet(env, ["APPLE_TEAM_ID", "APPLE_KEY_ID", "APPLE_PRIVATE_KEY"]);
  const musicbrainz = spotify && env.MUSICBRAINZ_CONTACT === undefined;
  return {
    spotify,
    beatport: !hasBeatportCredential(env),
    apple: spotify && !hasAppleKey,
    musicbrainz,
  };
}

/** What the start needs to know of the environment; throws a Refusal that names a wrong setting. */
export function readSettings(env) {
  const port = readPort(env, "PORT", 3000);
  return {
    port,
    host: env.WEB_HOST ?? "127.0.0.1",
    appUrl: readAppUrl(env, port),
    sandboxPort: readPort(env, "SANDBOX_PORT", 3001),
    enginePort: readPort(env, "ENGINE_PORT", 3002),
    workerPort: readPort(env, "WORKER_PORT", 3003),
    worker: readSwitch(env, "WORKER", true),
    dataDir: path.resolve(root, env.DATA_DIR ?? ".data"),
    buildDir: env.NEXT_DIST_DIR ?? ".next",
    databaseUrl: readUrl(env, "DATABASE_URL", ["postgres:", "postgresql:"]),
    inngestBaseUrl: readUrl(env, "INNGEST_BASE_URL", ["http:", "https:"]),
    simulated: simulatedServices(env),
  };
}

export const usesSandbox = ({ simulated }) => simulated.spotify || simulated.beatport;
