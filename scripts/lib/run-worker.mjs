import { randomUUID } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { beginCommand } from "./command.mjs";
import { environmentsOf, workerAddress } from "./environments.mjs";
import { installIfNeeded } from "./install.mjs";
import { refuseTakenPorts } from "./ports.mjs";
import { readEnvironment } from "./read-environment.mjs";
import { Refusal } from "./refusal.mjs";
import { readSettings } from "./settings.mjs";

function summary(settings) {
  const functions = `${workerAddress(settings)}/api/inngest`;
  return [
    "",
    `The worker is ready. Background functions are served at ${functions}`,
    `  An engine that is to call it is started with ENGINE_APP_URL=${functions}`,
    "  Ctrl-C stops it.",
    "",
  ].join("\n");
}

/** Serves the background functions of a Clouder that is already up, until told to stop. */
export async function runWorker() {
  const { say, shutdown } = beginCommand({ onSignal: stop });

  async function fail(error) {
    if (shutdown.stopping) return;
    console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
    await shutdown.run();
    process.exit(1);
  }

  async function stop() {
    if (shutdown.stopping) return;
    say("Stopping …");
    await shutdown.run();
    say("Stopped.");
    process.exit(0);
  }

  try {
    await installIfNeeded({ say, shutdown, development: false });
    const env = readEnvironment();
    const settings = readSettings(env);
    const port = settings.workerPort;
    await refuseTakenPorts([{ port, setting: "WORKER_PORT", program: "worker" }]);

    const { joinInstallation } = await import("./installation.mjs");
    const { buildIfNeeded, markServing } = await import("./build.mjs");
    const { answersAt, createProgram } = await import("./program.mjs");
    const { nextArgs } = await import("./next-args.mjs");
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
      isHealthy: () =>
        answersAt(
          `${workerAddress(settings)}/api/health`,
          (health) => health.instance === instance,
        ),
      logs,
      say,
      onGiveUp: fail,
    });
    shutdown.add(program.stop);
    await program.start();
    console.log(summary(settings));
  } catch (error) {
    await fail(error);
  }
}
