import fs from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { joinInstallation } from "./installation.mjs";
import { temporaryFolder } from "./isolation.mjs";
import { readSettings } from "./settings.mjs";

const { folder, remove } = temporaryFolder("installation");
afterAll(remove);

const keys = {
  NEXTAUTH_SECRET: "a",
  TOKEN_KEY: "b",
  INNGEST_EVENT_KEY: "c",
  INNGEST_SIGNING_KEY: "d",
};
const join = (env: Record<string, string>) => {
  const whole = { DATA_DIR: folder, ...env };
  return joinInstallation(readSettings(whole), whole);
};

test("a worker elsewhere is given the keys and the database, and makes none of its own", () => {
  const { TOKEN_KEY: _, ...some } = keys;
  expect(() => join({ ...some, DATABASE_URL: "postgres://db/clouder" })).toThrow("set TOKEN_KEY,");
  expect(join({ ...keys, DATABASE_URL: "postgres://db/clouder" })).toEqual({
    secrets: {},
    databaseUrl: "postgres://db/clouder",
  });
  expect(fs.readdirSync(folder)).toEqual([]);
});

test("a worker on the same machine finds both in the data folder of the Clouder that runs", () => {
  const secrets = { ...keys, databasePassword: "p", applePrivateKey: "k" };
  fs.writeFileSync(path.join(folder, "secrets.json"), JSON.stringify(secrets));
  expect(() => join({})).toThrow("No Clouder is running");

  fs.mkdirSync(path.join(folder, "postgres"));
  fs.writeFileSync(path.join(folder, "postgres/postmaster.pid"), "71\n/data\n1\n5499\n\n");
  expect(join({})).toEqual({
    secrets,
    databaseUrl: "postgres://postgres:p@127.0.0.1:5499/clouder",
  });
});
