import { installIfNeeded } from "./install.mjs";
import { readEnvironment } from "./read-environment.mjs";
import { runUntilStopped } from "./run-until-stopped.mjs";
import { readSettings, usesSandbox } from "./settings.mjs";

function simulatedServices({ simulated }) {
  const names = [
    simulated.spotify && "Spotify",
    simulated.beatport && "Beatport",
    simulated.apple && "Apple Music",
    simulated.musicbrainz && "MusicBrainz",
  ].filter(Boolean);
  return new Intl.ListFormat("en").format(names);
}

function summary(settings) {
  const services = usesSandbox(settings)
    ? [
        `  ${simulatedServices(settings)} simulated by the sandbox, http://127.0.0.1:${settings.sandboxPort}`,
        "  To connect the real ones, see README.md and .env.example.",
      ]
    : ["  Spotify and Beatport are the real ones."];
  return [
    "",
    `Clouder is ready. Open ${settings.appUrl}`,
    "",
    ...services,
    settings.inngestBaseUrl
      ? `  Background work runs on ${settings.inngestBaseUrl}`
      : `  Background work runs in the engine, http://127.0.0.1:${settings.enginePort}`,
    settings.databaseUrl
      ? "  The database is the one in DATABASE_URL."
      : `  Data and logs are in ${settings.dataDir}`,
    "  Ctrl-C stops everything.",
    "",
  ].join("\n");
}

/** Runs Clouder until it is told to stop. */
export function runApp({ dev }) {
  return runUntilStopped(async ({ say, shutdown, fail }) => {
    await installIfNeeded({ say, shutdown, development: false });
    const env = readEnvironment();
    const settings = readSettings(env);
    const { createStack } = await import("./stack.mjs");
    const stack = createStack({ settings, env, dev, say, onFailure: fail });
    shutdown.add(stack.stop);
    await stack.start();
    console.log(summary(settings));
  });
}
