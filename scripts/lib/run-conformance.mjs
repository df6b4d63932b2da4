import path from "node:path";
import { runNode } from "./checks.mjs";
import { beginCommand } from "./command.mjs";
import { installIfNeeded } from "./install.mjs";
import { cleanEnvironment, temporaryFolder } from "./isolation.mjs";
import { asCommand, Refusal } from "./refusal.mjs";
import { readSecrets } from "./secrets.mjs";

const SUITES = ["scenarios", "crash"];
const SERVER = ["INNGEST_BASE_URL", "INNGEST_EVENT_KEY", "INNGEST_SIGNING_KEY", "INNGEST_DEV"];

/** What the environment says about another Inngest server; empty when the engine is meant. */
function serverInEnvironment() {
  if (!process.env.INNGEST_BASE_URL) return {};
  const given = SERVER.filter((name) => process.env[name]);
  return Object.fromEntries(given.map((name) => [name, process.env[name]]));
}

async function startPostgres({ folder, shutdown }) {
  const { startDatabase } = await import("./database.mjs");
  const { databasePassword, applePrivateKey: _, ...keys } = readSecrets(folder);
  const { url } = await startDatabase({
    directory: path.join(folder, "postgres"),
    password: databasePassword,
    settings: {},
    shutdown,
    write: () => {},
  });
  return { ...keys, DATABASE_URL: url };
}

/**
 * Plays the scenarios on the engine, or on the Inngest server that the environment names; `crash`
 * kills the engine and the app instead, again and again.
 */
export async function runConformance([suite = "scenarios", ...options]) {
  const { say, shutdown } = beginCommand();
  await asCommand(async () => {
    if (!SUITES.includes(suite)) {
      throw new Refusal(`There is no suite "${suite}"; there are ${SUITES.join(" and ")}.`);
    }
    const server = serverInEnvironment();
    if (suite === "crash" && server.INNGEST_BASE_URL) {
      throw new Refusal("Only the built-in engine can be killed: unset INNGEST_BASE_URL.");
    }
    await installIfNeeded({ say, shutdown, development: true });
    const { folder, remove } = temporaryFolder("conformance");
    shutdown.add(remove);
    const ground = server.INNGEST_BASE_URL ? {} : await startPostgres({ folder, shutdown });
    const env = cleanEnvironment({ ...ground, ...server });
    const args = ["--import", "tsx", `scripts/conformance/${suite}.ts`, ...options];
    const passed = await runNode(args, { env, shutdown, onLine: (line) => console.log(line) });
    if (!passed) process.exitCode = 1;
  });
  await shutdown.run();
}
