import { createPublicKey } from "node:crypto";
import path from "node:path";
import { usesSandbox } from "./settings.mjs";

const DEMO_CLIENT = "clouder-demo";
const DEMO_SECRET = "clouder-demo-secret";
const DEMO_TEAM = "CLOUDERDMO";
const DEMO_KEY_ID = "CLOUDERKEY";
/** The simulated services have no quota to protect. */
const SIMULATED_BUDGET = "6000";
const SIMULATED_PAUSE_S = "2";

export const sandboxUrl = ({ sandboxPort }) => `http://127.0.0.1:${sandboxPort}`;
export const sandboxHealth = (settings) => `${sandboxUrl(settings)}/__sandbox/stats`;
export const engineUrl = ({ enginePort }) => `http://127.0.0.1:${enginePort}`;

const EVERY_ADDRESS = ["0.0.0.0", "::", "*"];

/** Where this machine reaches the web server, whatever its public address is. */
export const webAddress = ({ host, port }) =>
  `http://${EVERY_ADDRESS.includes(host) ? "127.0.0.1" : host}:${port}`;

export const workerAddress = ({ workerPort }) => `http://127.0.0.1:${workerPort}`;

const simulatedSpotify = (url) => ({
  SPOTIFY_ACCOUNTS_URL: `${url}/spotify/accounts`,
  SPOTIFY_API_URL: `${url}/spotify/v1`,
  SPOTIFY_CLIENT_ID: DEMO_CLIENT,
  SPOTIFY_CLIENT_SECRET: DEMO_SECRET,
  SPOTIFY_REQUESTS_PER_30_S: SIMULATED_BUDGET,
  MIRROR_PAUSE_S: SIMULATED_PAUSE_S,
});

const simulatedBeatport = (url) => ({
  BEATPORT_API_URL: `${url}/beatport/v4`,
  BEATPORT_CLIENT_ID: DEMO_CLIENT,
  BEATPORT_CLIENT_SECRET: DEMO_SECRET,
  BEATPORT_REQUESTS_PER_30_S: SIMULATED_BUDGET,
});

const simulatedApple = (url, privateKey) => ({
  APPLE_API_URL: `${url}/apple/v1`,
  APPLE_AUTHORIZE_URL: `${url}/apple/authorize`,
  APPLE_TEAM_ID: DEMO_TEAM,
  APPLE_KEY_ID: DEMO_KEY_ID,
  APPLE_PRIVATE_KEY: privateKey,
  APPLE_REQUESTS_PER_30_S: SIMULATED_BUDGET,
});

const simulatedMusicbrainz = (url) => ({
  MUSICBRAINZ_API_URL: `${url}/musicbrainz/ws/2`,
  MUSICBRAINZ_CONTACT: url,
});

/** What the simulated Apple Music checks developer tokens with. */
const appleKeyOf = (privateKey) => ({
  SANDBOX_APPLE_TEAM_ID: DEMO_TEAM,
  SANDBOX_APPLE_KEY_ID: DEMO_KEY_ID,
  SANDBOX_APPLE_PUBLIC_KEY: createPublicKey(privateKey).export({ type: "spki", format: "pem" }),
});

function simulation(settings, applePrivateKey) {
  if (!usesSandbox(settings)) return {};
  const url = sandboxUrl(settings);
  return {
    SANDBOX_URL: url,
    ...(settings.simulated.spotify ? simulatedSpotify(url) : {}),
    ...(settings.simulated.beatport ? simulatedBeatport(url) : {}),
    ...(settings.simulated.apple && applePrivateKey ? simulatedApple(url, applePrivateKey) : {}),
    ...(settings.simulated.musicbrainz ? simulatedMusicbrainz(url) : {}),
  };
}

/** The environment of each program. What the given environment sets wins over what is derived here. */
export function environmentsOf({ env, settings, secrets, databaseUrl, instance, dev = false }) {
  const { databasePassword, applePrivateKey, ...keys } = secrets;
  const shared = { ...keys, ...env, DATABASE_URL: databaseUrl };
  const web = {
    ...simulation(settings, applePrivateKey),
    APP_URL: settings.appUrl,
    NEXTAUTH_URL: settings.appUrl,
    INNGEST_BASE_URL: engineUrl(settings),
    DATA_DIR: settings.dataDir,
    ...shared,
    APP_ROLE: "web",
    ENGINE_URL: engineUrl(settings),
    INSTANCE_ID: instance,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: dev ? "development" : "production",
  };
  const functionsAt = settings.worker && !dev ? workerAddress(settings) : webAddress(settings);
  return {
    web,
    worker: { ...web, APP_ROLE: "worker" },
    engine: {
      ...shared,
      ENGINE_PORT: String(settings.enginePort),
      ENGINE_APP_URL: env.ENGINE_APP_URL ?? `${functionsAt}/api/inngest`,
    },
    sandbox: {
      SANDBOX_DATA_DIR: path.join(settings.dataDir, "sandbox"),
      ...(applePrivateKey && appleKeyOf(applePrivateKey)),
      ...env,
      SANDBOX_PORT: String(settings.sandboxPort),
    },
  };
}
