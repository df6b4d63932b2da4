import { startSandbox } from "./server";
import { readSettings } from "./settings";

async function main() {
  const settings = readSettings();
  const sandbox = await startSandbox({
    port: settings.SANDBOX_PORT,
    host: settings.SANDBOX_HOST,
    seed: settings.SANDBOX_SEED,
    scale: settings.SANDBOX_SCALE,
    library: settings.SANDBOX_LIBRARY,
    dataDir: settings.SANDBOX_DATA_DIR ?? null,
    clientId: settings.SANDBOX_CLIENT_ID,
    clientSecret: settings.SANDBOX_CLIENT_SECRET,
    appleTeamId: settings.SANDBOX_APPLE_TEAM_ID,
    appleKeyId: settings.SANDBOX_APPLE_KEY_ID,
    applePublicKey: settings.SANDBOX_APPLE_PUBLIC_KEY ?? null,
  });

  console.log(`The sandbox is up: a simulated Spotify, Beatport, Apple Music and MusicBrainz.
  SPOTIFY_ACCOUNTS_URL=${sandbox.url}/spotify/accounts
  SPOTIFY_API_URL=${sandbox.url}/spotify/v1
  BEATPORT_API_URL=${sandbox.url}/beatport/v4
  Apple Music: ${sandbox.url}/apple/v1
  MUSICBRAINZ_API_URL=${sandbox.url}/musicbrainz/ws/2
  Controls: ${sandbox.url}/__sandbox/`);

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void sandbox.close());
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
