import { randomUUID } from "node:crypto";
import path from "node:path";
import { buildIfNeeded, markServing } from "./build.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { startDatabase } from "./database.mjs";
import {
  engineUrl,
  environmentsOf,
  sandboxHealth,
  webAddress,
  workerAddress,
} from "./environments.mjs";
import { openLog } from "./log-file.mjs";
import { migrateDatabase } from "./migrate.mjs";
import { nextArgs } from "./next-args.mjs";
import { refuseTakenPorts } from "./ports.mjs";
import { answersAt, createProgram } from "./program.mjs";
import { Refusal } from "./refusal.mjs";
import { inRoot } from "./root.mjs";
import { readSecrets } from "./secrets.mjs";
import { usesSandbox } from "./settings.mjs";
import { createShutdown } from "./shutdown.mjs";

const EMBEDDED = { max_connections: 60 };

const portsOf = (settings, hasWorker) => [
  { port: settings.port, host: settings.host, setting: "PORT", program: "web server" },
  ...(hasWorker ? [{ port: settings.workerPort, setting: "WORKER_PORT", program: "worker" }] : []),
  ...(usesSandbox(settings)
    ? [{ port: settings.sandboxPort, setting: "SANDBOX_PORT", program: "sandbox" }]
    : []),
  ...(settings.inngestBaseUrl
    ? []
    : [{ port: settings.enginePort, setting: "ENGINE_PORT", program: "engine" }]),
];

const typescript = (file) => ["--import", "tsx", file];

/**
 * Clouder's programs, started in order and stopped in reverse.
 * @param onFailure gets the reason when a program that ran cannot be kept running
 */
export function createStack({ settings, env, dev = false, say, onFailure }) {
  const shutdown = createShutdown();
  // Next's development server keeps its folder to itself.
  const hasWorker = settings.worker && !dev;

  async function openDatabase(folder, secrets) {
    if (settings.databaseUrl) {
      say("Connecting to the database in DATABASE_URL …");
      return settings.databaseUrl;
    }
    say("Starting PostgreSQL …");
    const log = openLog(path.join(folder.logs, "postgres.log"));
    const { url, server } = await startDatabase({
      directory: path.join(settings.dataDir, "postgres"),
      password: secrets.databasePassword,
      settings: EMBEDDED,
      shutdown,
      write: log.write,
    });
    server.once("close", () => {
      log.close();
      if (!shutdown.stopping) onFailure(new Refusal("PostgreSQL stopped by itself."));
    });
    return url;
  }

  async function migrate(databaseUrl) {
    try {
      await migrateDatabase(databaseUrl, inRoot("db/migrations"));
    } catch (cause) {
      if (!settings.databaseUrl) throw cause;
      const reason = cause.cause?.message ?? cause.message ?? cause.code;
      throw new Refusal(`The database in DATABASE_URL cannot be used: ${reason}`, { cause });
    }
  }

  async function startProgram(name, args, programEnv, isHealthy, logs) {
    const program = createProgram({
      name,
      args,
      env: programEnv,
      isHealthy,
      logs,
      say,
      onGiveUp: onFailure,
    });
    shutdown.add(program.stop);
    await program.start();
  }

  async function start() {
    await refuseTakenPorts(portsOf(settings, hasWorker));
    const folder = openDataFolder(settings.dataDir);
    shutdown.add(folder.release);
    const secrets = readSecrets(settings.dataDir);
    const databaseUrl = await openDatabase(folder, secrets);
    await migrate(databaseUrl);
    say("The database is up to date.");

    const instance = randomUUID();
    const envs = environmentsOf({ env, settings, secrets, databaseUrl, instance, dev });
    const { logs } = folder;
    if (!dev) {
      await buildIfNeeded({ buildDir: settings.buildDir, env: envs.web, logs, say, shutdown });
      shutdown.add(markServing(settings.buildDir));
    }

    if (usesSandbox(settings)) {
      say("Starting the sandbox …");
      const isUp = () => answersAt(sandboxHealth(settings));
      await startProgram("sandbox", typescript("sandbox/main.ts"), envs.sandbox, isUp, logs);
    }
    const isOurs = (health) => health.instance === instance;
    const isUpAt = (address) => () => answersAt(`${address}/api/health`, isOurs);
    const startWorker = () => {
      const args = nextArgs("start", { host: "127.0.0.1", port: settings.workerPort });
      return startProgram("worker", args, envs.worker, isUpAt(workerAddress(settings)), logs);
    };
    const startWeb = () => {
      const args = nextArgs(dev ? "dev" : "start", settings);
      return startProgram("web", args, envs.web, isUpAt(webAddress(settings)), logs);
    };
    say(hasWorker ? "Starting the web server and the worker …" : "Starting the web server …");
    await Promise.all([startWeb(), hasWorker && startWorker()]);
    // last to start and first to stop: calls under way end before what they call does
    if (!settings.inngestBaseUrl) {
      say("Starting the engine …");
      const isUp = () => answersAt(`${engineUrl(settings)}/health`);
      await startProgram("engine", typescript("inngest/engine/main.ts"), envs.engine, isUp, logs);
    }
  }

  return { start, stop: shutdown.run };
}
