import { spawn } from "node:child_process";
import fs from "node:fs";
import { untilExit } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";
import { inRoot, root } from "./root.mjs";

const readPackages = (file) =>
  fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")).packages : null;

/**
 * The packages a lock file asks for that an installation has not, or has in another version.
 * Packages for other platforms and, on request, those only needed for development may be absent.
 */
export function outdatedPackages(wanted, installed, { development }) {
  const isNeeded = ([name, { optional, devOptional, dev }]) =>
    name !== "" && !optional && !devOptional && (development || !dev);
  const differs = ([name, { version, integrity }]) => {
    const found = installed[name];
    return found?.version !== version || found.integrity !== integrity;
  };
  return Object.entries(wanted)
    .filter(
      ([name, entry]) => (isNeeded([name, entry]) || installed[name]) && differs([name, entry]),
    )
    .map(([name]) => name);
}

/** Why an install is needed, in words, or null. */
function reasonToInstall(development) {
  const installed = readPackages(inRoot("node_modules/.package-lock.json"));
  if (!installed) return "Installing the packages; the first time this takes a minute or two";
  const wanted = readPackages(inRoot("package-lock.json"));
  const outdated = outdatedPackages(wanted, installed, { development });
  if (outdated.length === 0) return null;
  return `Installing the packages again: ${outdated.length} changed`;
}

/** npm's own script where npm started us, so that the install ends with us; else the npm on the PATH. */
function npmCommand() {
  const script = process.env.npm_execpath;
  if (!script?.endsWith("npm-cli.js")) return { command: "npm", args: [] };
  const preload = inRoot("scripts/lib/die-with-parent.cjs");
  return { command: process.execPath, args: ["--require", preload, script] };
}

/** Runs `npm ci` when node_modules is missing or does not fit package-lock.json. */
export async function installIfNeeded({ say, shutdown, development }) {
  const reason = reasonToInstall(development);
  if (!reason) return;
  say(`${reason} …`);
  const { command, args } = npmCommand();
  const npm = spawn(command, [...args, "ci", "--include=dev", "--no-audit", "--no-fund"], {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  shutdown.add(async () => {
    npm.kill("SIGTERM");
    await untilExit(npm);
  });
  const code = await new Promise((resolve, reject) => {
    npm.once("exit", resolve);
    npm.once("error", (cause) =>
      reject(new Refusal("npm was not found. Install it with Node.", { cause })),
    );
  });
  if (code !== 0) throw new Refusal("npm ci failed; its reason is above.");
  say("Installed.");
}
