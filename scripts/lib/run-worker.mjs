import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { buildIfNeeded, markServing } from "./build.mjs";
import { environmentsOf, workerAddress } from "./environments.mjs";
import { installIfNeeded } from "./install.mjs";
import { nextArgs } from "./next-args.mjs";
import { refuseTakenPorts } from "./ports.mjs";
import { answersAt, createProgram } from "./program.mjs";
import { readEnvironment } from "./read-environment.mjs";
import { runUntilStopped } from "./run-until-stopped.mjs";
import { readSettings } from "./settings.mjs";

function summary(address) {
  const functions = `${address}/api/inngest`;
  return [
    "",
    `The worker is ready. Background functions are served at ${functions}`,
    `  An engine that is to call it is started with ENGINE_APP_URL=${functions}`,
    "  Ctrl-C stops it.",
    "",
  ].join("\n");
}

/** Serves the background functions of a Clouder that is already up, until told to stop. */
export function runWorker() {
  return runUntilStopped(async ({ say, shutdown, fail }) => {
    await installIfNeeded({ say, shutdown, development: false });
    const env = readEnvironment();
    const settings = readSettings(env);
    const port = settings.workerPort;
    const address = workerAddress(settings);
    await refuseTakenPorts([{ port, setting: "WORKER_PORT", program: "worker" }]);

    // loaded after the installation: it needs packages
    const { joinInstallation } = await import("./installation.mjs");
    const { secrets, databaseUrl } = joinInstallation(settings, env);
    const instance = randomUUID();
    const { worker } = environmentsOf({ env, settings, secrets, databaseUrl, instance });
    const logs = path.join(settings.dataDir, "logs");
    fs.mkdirSync(logs, { recursive: true });
    await buildIfNeeded({ buildDir: settings.buildDir, env: worker, logs, say, shutdown });
    shutdown.add(markServing(settings.buildDir));

    say("Starting the worker …");
    const program = createProgram({
      name: `worker-${port}`,
      args: nextArgs("start", { host: "127.0.0.1", port }),
      env: worker,
      isHealthy: () => answersAt(`${address}/api/health`, (found) => found.instance === instance),
      logs,
      say,
      onGiveUp: fail,
    });
    shutdown.add(program.stop);
    await program.start();
    console.log(summary(address));
  });
}
