import fs from "node:fs";
import path from "node:path";
import { figureProblem } from "./bench-figure.mjs";
import { beginCommand } from "./command.mjs";
import { environmentsOf, sandboxHealth } from "./environments.mjs";
import { freePort } from "./free-port.mjs";
import { installIfNeeded } from "./install.mjs";
import { cleanEnvironment, temporaryFolder } from "./isolation.mjs";
import { spawnNode, stopChild } from "./node-child.mjs";
import { asCommand, Refusal } from "./refusal.mjs";
import { inRoot } from "./root.mjs";
import { readSecrets } from "./secrets.mjs";
import { readSettings } from "./settings.mjs";

const SUITES = inRoot("scripts/bench");

const list = (folder, isWanted) =>
  fs
    .readdirSync(folder, { withFileTypes: true })
    .filter(isWanted)
    .map(({ name }) => name);

/** The files of the suites that are named, a file of `suite/part`, or all. */
function filesNamed(names) {
  const suites = list(SUITES, (entry) => entry.isDirectory());
  const filesOf = (suite) =>
    list(path.join(SUITES, suite), ({ name }) => name.endsWith(".ts")).map((file) =>
      path.posix.join("scripts/bench", suite, file),
    );
  return (names.length > 0 ? names : suites).flatMap((name) => {
    const [suite = "", part] = name.split("/");
    if (!suites.includes(suite))
      throw new Refusal(`There is no suite "${suite}"; there are ${suites.join(", ")}.`);
    const files = filesOf(suite);
    if (part === undefined) return files;
    const one = files.filter((file) => path.basename(file, ".ts") === part);
    if (one.length === 0) {
      const parts = files.map((file) => path.basename(file, ".ts"));
      throw new Refusal(`${suite} has no part "${part}"; it has ${parts.join(", ")}.`);
    }
    return one;
  });
}

/** A throw-away cluster that writes as durably as the real one, and the simulated services. */
async function startGround({ say, shutdown }) {
  const { startDatabase, addDatabase } = await import("./database.mjs");
  const { answersAt, createProgram } = await import("./program.mjs");
  const { folder, remove } = temporaryFolder("bench");
  shutdown.add(remove);
  const env = cleanEnvironment({
    SANDBOX_PORT: String(await freePort()),
    DATA_DIR: folder,
    LOG_LEVEL: "warn",
  });
  const settings = readSettings(env);
  const secrets = readSecrets(folder);
  const { url } = await startDatabase({
    directory: path.join(folder, "postgres"),
    password: secrets.databasePassword,
    settings: {},
    shutdown,
    write: () => {},
  });
  const environments = (databaseUrl) => environmentsOf({ env, settings, secrets, databaseUrl });
  const sandbox = createProgram({
    name: "sandbox",
    args: ["--import", "tsx", "sandbox/main.ts"],
    env: environments(url).sandbox,
    isHealthy: () => answersAt(sandboxHealth(settings)),
    logs: folder,
    say,
    onGiveUp: (error) => say(error.message),
  });
  shutdown.add(sandbox.stop);
  await sandbox.start();
  return { environment: async (name) => environments(await addDatabase(url, name)).web };
}

async function runFile(file, { env, shutdown }) {
  const problems = [];
  let figures = 0;
  const args = ["--conditions=react-server", "--import", "tsx", file];
  const child = spawnNode(args, {
    env,
    onLine(line, stream) {
      if (stream === "stderr") return console.error(line);
      const problem = figureProblem(line);
      if (problem) problems.push(`${file} printed a line that ${problem}: ${line}`);
      else figures += 1;
      console.log(line);
    },
  });
  shutdown.add(() => stopChild(child));
  const code = await new Promise((resolve) => child.once("close", resolve));
  if (code !== 0) problems.push(`${file} failed with exit code ${code}`);
  if (figures === 0) problems.push(`${file} printed no figure`);
  return problems;
}

/** Runs the named suites or parts of them, or all: figures go to stdout, one JSON object a line; the rest to stderr. */
export async function runBench(names) {
  const { say, shutdown } = beginCommand({ write: (line) => process.stderr.write(`${line}\n`) });
  await asCommand(async () => {
    const files = filesNamed(names);
    await installIfNeeded({ say, shutdown, development: true });
    const { migrateDatabase } = await import("./migrate.mjs");
    const ground = await startGround({ say, shutdown });
    const problems = [];
    for (const [index, file] of files.entries()) {
      say(`${file} …`);
      const env = await ground.environment(`bench_${index}`);
      await migrateDatabase(env.DATABASE_URL);
      problems.push(...(await runFile(file, { env, shutdown })));
    }
    if (problems.length > 0) throw new Refusal(problems.join("\n"));
  });
  await shutdown.run();
}
