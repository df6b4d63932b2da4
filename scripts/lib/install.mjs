import fs from "node:fs";
import path from "node:path";
import { spawnAttached, stopChild } from "./node-child.mjs";
import { untilExit } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";
import { inRoot } from "./root.mjs";

const REMIND_EVERY_MS = 20_000;

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

/** npm's own script: the one that started us, else the one beside Node. */
function npmScript() {
  const started = process.env.npm_execpath;
  if (started?.endsWith("npm-cli.js")) return started;
  const prefix = path.dirname(path.dirname(process.execPath));
  const beside = path.join(prefix, "lib", "node_modules", "npm", "bin", "npm-cli.js");
  if (fs.existsSync(beside)) return beside;
  throw new Refusal("npm was not found. Run npm ci yourself, then start again.");
}

/** Runs `npm ci` when node_modules is missing or does not fit package-lock.json. */
export async function installIfNeeded({ say, shutdown, development }) {
  const reason = reasonToInstall(development);
  if (!reason) return;
  say(`${reason} …`);
  const args = [npmScript(), "ci", "--include=dev", "--no-audit", "--no-fund"];
  const npm = spawnAttached(args, { env: process.env, output: "inherit" });
  shutdown.add(() => stopChild(npm));
  const reminder = setInterval(() => say("Still installing …"), REMIND_EVERY_MS);
  await untilExit(npm);
  clearInterval(reminder);
  if (npm.exitCode !== 0) throw new Refusal("npm ci failed; its reason is above.");
  say("Installed.");
}
