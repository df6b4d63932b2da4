import { expect, test } from "vitest";
import { readSettings, settingNames, withoutEmpty, withoutSettings } from "./settings.mjs";

const spotify = { SPOTIFY_CLIENT_ID: "id", SPOTIFY_CLIENT_SECRET: "secret" };

test("without settings everything runs here and both services are simulated", () => {
  expect(readSettings({})).toMatchObject({
    port: 3000,
    sandboxPort: 3001,
    enginePort: 3002,
    workerPort: 3003,
    worker: true,
    appUrl: "http://127.0.0.1:3000",
    databaseUrl: null,
    inngestBaseUrl: null,
    simulated: { spotify: true, beatport: true, apple: true, musicbrainz: true },
  });
});

test("each service becomes real by its own credentials", () => {
  expect(readSettings(spotify).simulated).toMatchObject({
    spotify: false,
    beatport: true,
    apple: false,
  });
  expect(readSettings({ BEATPORT_TOKEN: "token" }).simulated).toMatchObject({
    spotify: true,
    beatport: false,
    apple: true,
  });
  expect(
    readSettings({ ...spotify, BEATPORT_USERNAME: "dj", BEATPORT_PASSWORD: "secret" }).simulated,
  ).toMatchObject({ spotify: false, beatport: false, apple: false });
});

test("MusicBrainz is simulated in a demo, and asked by a real installation once it says who asks", () => {
  const contact = { MUSICBRAINZ_CONTACT: "dj@example.org" };
  expect(readSettings({}).simulated.musicbrainz).toBe(true);
  expect(readSettings(contact).simulated.musicbrainz).toBe(false);
  expect(readSettings(spotify).simulated.musicbrainz).toBe(false);
});

test("Apple Music is simulated in a demo only: a real Spotify stands beside the real one or none", () => {
  const apple = { APPLE_TEAM_ID: "TEAM", APPLE_KEY_ID: "KEY", APPLE_PRIVATE_KEY: "key.p8" };
  expect(readSettings(apple).simulated).toMatchObject({ spotify: true, apple: false });
  expect(readSettings({ ...spotify, ...apple }).simulated.apple).toBe(false);
  expect(() => readSettings({ APPLE_TEAM_ID: "TEAM" })).toThrow(
    "APPLE_TEAM_ID is set, but not APPLE_KEY_ID and APPLE_PRIVATE_KEY.",
  );
});

test("half a credential is refused by name", () => {
  expect(() => readSettings({ SPOTIFY_CLIENT_ID: "id" })).toThrow(
    "SPOTIFY_CLIENT_ID is set, but not SPOTIFY_CLIENT_SECRET.",
  );
});

test("a value that cannot be meant is refused by name", () => {
  expect(() => readSettings({ PORT: "web" })).toThrow("PORT must be a port between 1 and 65535");
  expect(() => readSettings({ ENGINE_PORT: "70000" })).toThrow("ENGINE_PORT");
  expect(() => readSettings({ WORKER: "yes" })).toThrow("WORKER must be 0 or 1");
  expect(() => readSettings({ DATABASE_URL: "mysql://db/clouder" })).toThrow("DATABASE_URL");
  expect(() => readSettings({ INNGEST_BASE_URL: "8288" })).toThrow("INNGEST_BASE_URL");
  expect(() => readSettings({ APP_URL: "http://localhost:3000" })).toThrow("127.0.0.1");
});

test("an empty value counts as unset", () => {
  expect(withoutEmpty({ PORT: "", DATA_DIR: "/data", HOME: undefined })).toEqual({
    DATA_DIR: "/data",
  });
});

test("a clean environment keeps the machine's variables and drops every setting", () => {
  expect(settingNames()).toEqual(expect.arrayContaining(["PORT", "DATABASE_URL", "TOKEN_KEY"]));
  expect(withoutSettings({ PATH: "/bin", PORT: "80", TOKEN_KEY: "x", E2E_CHROMIUM: "c" })).toEqual({
    PATH: "/bin",
    E2E_CHROMIUM: "c",
  });
});
