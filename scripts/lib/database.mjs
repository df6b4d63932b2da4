import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { freePort } from "./free-port.mjs";
import { untilAnswering } from "./migrate.mjs";
import {
  clusterOwner,
  initCluster,
  postgresVersion,
  startCluster,
  stopCluster,
  untilAccepting,
} from "./postgres.mjs";
import { commandLine, hasExited } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";

const NAME = "clouder";
const OUTPUT_KEPT = 4_000;
const WRONG_PASSWORD = "28P01";

const RESTORE = "Restore it from a backup, or move it away to start with an empty one.";

const unusable = (directory, reason, wayOut = RESTORE) =>
  new Refusal(`The database folder ${directory} cannot be used: ${reason}. ${wayOut}`);

/** Throws when the folder is there but cannot be this PostgreSQL's. */
function inspect(directory) {
  const versionFile = path.join(directory, "PG_VERSION");
  if (!fs.existsSync(versionFile)) throw unusable(directory, "its PG_VERSION is missing");
  const { uid } = fs.statSync(directory);
  const owner = clusterOwner();
  if (owner !== null && uid !== owner) {
    throw unusable(
      directory,
      `it belongs to user id ${uid}, and PostgreSQL would run as ${owner}`,
      "Start Clouder as the user it belongs to, or give the folder to yours.",
    );
  }
  const made = fs.readFileSync(versionFile, "utf8").trim();
  const ours = postgresVersion();
  if (made !== ours) throw unusable(directory, `PostgreSQL ${made} made it, and ours is ${ours}`);
}

function otherUserHint() {
  const owner = clusterOwner();
  if (owner === null || owner === process.getuid()) return "Choose another folder with DATA_DIR.";
  return `PostgreSQL does not run as root, so user id ${owner} has to reach this checkout and DATA_DIR; or start Clouder as an ordinary user.`;
}

/** Creates the cluster under another name first, so that an interrupted start leaves nothing half made. */
function create(directory, password) {
  const unfinished = `${directory}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  try {
    initCluster(unfinished, password);
  } catch (cause) {
    const reason = cause.stderr?.toString().trim().split("\n").at(-1) ?? cause.message;
    throw new Refusal(
      `The database could not be created in ${path.dirname(directory)}: ${reason}. ${otherUserHint()}`,
      { cause },
    );
  }
  fs.renameSync(unfinished, directory);
}

const isEmpty = (directory) => !fs.existsSync(directory) || fs.readdirSync(directory).length === 0;

/**
 * Stops a server that outlived its supervisor, and drops the lock file of one that is gone: its
 * process id may belong to another program by now.
 */
async function clearForerunner(directory) {
  const lock = path.join(directory, "postmaster.pid");
  if (!fs.existsSync(lock)) return;
  const pid = Number(fs.readFileSync(lock, "utf8").split("\n")[0]);
  const isOurs = () => commandLine(pid)?.includes(`-D ${directory}`) ?? false;
  if (isOurs()) process.kill(pid, "SIGINT");
  while (isOurs()) await sleep(20);
  fs.rmSync(lock, { force: true });
}

/** Makes a database on the server of `url`, unless it has it; resolves to its address. */
export async function addDatabase(url, name) {
  const address = new URL(url);
  address.pathname = `/${name}`;
  const admin = postgres(url, { database: "postgres", max: 1, onnotice: () => {} });
  try {
    await untilAnswering(admin);
    const [found] = await admin`select 1 from pg_database where datname = ${name}`;
    if (!found) await admin`create database ${admin(name)}`;
  } finally {
    await admin.end();
  }
  return address.href;
}

/** What PostgreSQL said before it gave up. */
function reasonOf(output) {
  const fatal = /(?:FATAL|PANIC): +(.+)/.exec(output)?.[1];
  return fatal ?? output.trim().split("\n").at(-1) ?? "PostgreSQL gave no reason";
}

const serverUrl = (port, password) => `postgres://postgres:${password}@127.0.0.1:${port}`;

/** Where the database of an embedded PostgreSQL is that runs already. */
export const embeddedUrl = (port, password) => `${serverUrl(port, password)}/${NAME}`;

/**
 * Starts the embedded PostgreSQL, creating it the first time; `shutdown` stops it. What it prints
 * goes to `write`.
 * @returns the address of the database and the server's process
 */
export async function startDatabase({ directory, password, settings, shutdown, write }) {
  if (isEmpty(directory)) {
    fs.rmSync(directory, { recursive: true, force: true });
    create(directory, password);
  }
  inspect(directory);
  await clearForerunner(directory);

  const port = await freePort();
  const server = startCluster(directory, port, settings, "pipe");
  shutdown.add(() => stopCluster(server));
  let output = "";
  server.stderr.setEncoding("utf8").on("data", (text) => {
    output = `${output}${text}`.slice(-OUTPUT_KEPT);
    write(text);
  });

  try {
    await untilAccepting(server, port);
    const url = await addDatabase(serverUrl(port, password), NAME);
    return { url, server };
  } catch (error) {
    if (error.code === WRONG_PASSWORD) {
      throw unusable(
        directory,
        "its password is not the one in secrets.json beside it",
        "Restore secrets.json from the same backup as the folder.",
      );
    }
    if (hasExited(server)) throw unusable(directory, reasonOf(output));
    throw error;
  }
}
