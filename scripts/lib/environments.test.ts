import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { environmentsOf, webAddress } from "./environments.mjs";
import { readSettings } from "./settings.mjs";

const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
const applePrivateKey = pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString();

const secrets = {
  applePrivateKey,
  NEXTAUTH_SECRET: "made",
  TOKEN_KEY: "made",
  INNGEST_EVENT_KEY: "made",
  INNGEST_SIGNING_KEY: "made",
  databasePassword: "secret",
};

const environments = (env: Record<string, string>) =>
  environmentsOf({
    env,
    settings: readSettings(env),
    secrets,
    databaseUrl: "postgres://here/clouder",
    instance: "one",
  });

test("all programs share one database and one pair of Inngest keys", () => {
  const { web, engine } = environments({});
  const shared = {
    DATABASE_URL: "postgres://here/clouder",
    INNGEST_EVENT_KEY: "made",
    INNGEST_SIGNING_KEY: "made",
  };
  expect(web).toMatchObject({ ...shared, INNGEST_BASE_URL: "http://127.0.0.1:3002" });
  expect(engine).toMatchObject({
    ...shared,
    ENGINE_APP_URL: "http://127.0.0.1:3003/api/inngest",
  });
});

test("background functions run in the worker, and in the web server when there is none", () => {
  const { worker, web } = environments({});
  expect(worker).toEqual({ ...web, APP_ROLE: "worker" });
  expect(web.APP_ROLE).toBe("web");
  const functions = (env: Record<string, string>) => environments(env).engine.ENGINE_APP_URL;
  expect(functions({ WORKER_PORT: "4003" })).toBe("http://127.0.0.1:4003/api/inngest");
  expect(functions({ WORKER: "0" })).toBe("http://127.0.0.1:3000/api/inngest");
  expect(functions({ ENGINE_APP_URL: "http://10.0.0.2/api/inngest" })).toBe(
    "http://10.0.0.2/api/inngest",
  );
});

test("the password of the database is handed to no program by itself", () => {
  for (const env of Object.values(environments({}))) {
    expect(Object.values(env)).not.toContain("secret");
  }
});

test("a simulated service is the sandbox, with its demo client and room for many requests", () => {
  expect(environments({ SANDBOX_PORT: "4001" }).web).toMatchObject({
    SANDBOX_URL: "http://127.0.0.1:4001",
    SPOTIFY_API_URL: "http://127.0.0.1:4001/spotify/v1",
    SPOTIFY_CLIENT_ID: "clouder-demo",
    SPOTIFY_REQUESTS_PER_30_S: "6000",
    BEATPORT_API_URL: "http://127.0.0.1:4001/beatport/v4",
    MUSICBRAINZ_API_URL: "http://127.0.0.1:4001/musicbrainz/ws/2",
    MUSICBRAINZ_CONTACT: "http://127.0.0.1:4001",
  });
});

test("the sandbox knows the app's Apple key by its public half, and no other program has it", () => {
  const { web, sandbox, engine } = environments({});
  expect(web).toMatchObject({
    APPLE_API_URL: "http://127.0.0.1:3001/apple/v1",
    APPLE_AUTHORIZE_URL: "http://127.0.0.1:3001/apple/authorize",
    APPLE_PRIVATE_KEY: applePrivateKey,
  });
  expect(sandbox.SANDBOX_APPLE_PUBLIC_KEY).toContain("BEGIN PUBLIC KEY");
  expect(Object.values({ ...sandbox, ...engine })).not.toContain(applePrivateKey);
  const real = environments({ SPOTIFY_CLIENT_ID: "mine", SPOTIFY_CLIENT_SECRET: "mine" });
  expect(real.web).not.toHaveProperty("APPLE_PRIVATE_KEY");
});

test("a real Spotify beside a simulated Beatport keeps its own address and budget", () => {
  const { web } = environments({ SPOTIFY_CLIENT_ID: "mine", SPOTIFY_CLIENT_SECRET: "mine" });
  expect(web).toMatchObject({ SPOTIFY_CLIENT_ID: "mine", BEATPORT_CLIENT_ID: "clouder-demo" });
  expect(web).not.toHaveProperty("SPOTIFY_API_URL");
  expect(web).not.toHaveProperty("MUSICBRAINZ_CONTACT");
  expect(web).not.toHaveProperty("SPOTIFY_REQUESTS_PER_30_S");
});

test("with both services real nothing points to the sandbox", () => {
  const { web } = environments({
    SPOTIFY_CLIENT_ID: "mine",
    SPOTIFY_CLIENT_SECRET: "mine",
    BEATPORT_TOKEN: "mine",
  });
  expect(web).not.toHaveProperty("SANDBOX_URL");
  expect(web).not.toHaveProperty("BEATPORT_API_URL");
});

test("what a person sets wins over what was made or derived", () => {
  const { web } = environments({
    TOKEN_KEY: "mine",
    INNGEST_BASE_URL: "https://inngest.example",
    APP_URL: "https://clouder.example/",
  });
  expect(web).toMatchObject({ TOKEN_KEY: "mine", INNGEST_BASE_URL: "https://inngest.example" });
});

test("a server on every address is reached on loopback", () => {
  expect(webAddress({ host: "0.0.0.0", port: 3000 })).toBe("http://127.0.0.1:3000");
  expect(webAddress({ host: "192.168.1.5", port: 3000 })).toBe("http://192.168.1.5:3000");
});
