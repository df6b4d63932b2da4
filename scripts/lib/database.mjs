import fs from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";
import { untilAnswering } from "./migrate.mjs";
import {
  clusterOwner,
  freePort,
  initCluster,
  postgresVersion,
  startCluster,
  stopCluster,
  untilAccepting,
} from "./postgres.mjs";
import { commandLine } from "./processes.mjs";
import { Refusal } from "./refusal.mjs";

const NAME = "clouder";
const WRONG_PASSWORD = "28P01";

const damaged = (directory, reason) =>
  new Refusal(
    `The database folder ${directory} cannot be used: ${reason}. Restore it from a backup, or move it away to start with an empty one.`,
  );

/** Throws when the folder is there but cannot be this PostgreSQL's. */
function inspect(directory) {
  const versionFile = path.join(directory, "PG_VERSION");
  if (!fs.existsSync(versionFile)) throw damaged(directory, "its PG_VERSION is missing");
  const { uid } = fs.statSync(directory);
  const owner = clusterOwner();
  if (owner !== null && uid !== owner) {
    throw damaged(directory, `it belongs to user id ${uid}, and PostgreSQL would run as ${owner}`);
  }
  const made = fs.readFileSync(versionFile, "utf8").trim();
  const ours = postgresVersion();
  if (made !== ours) throw damaged(directory, `PostgreSQL ${made} made it, and ours is ${ours}`);
}

/** Creates the cluster under another name first, so that an interrupted start leaves nothing half made. */
function create(directory, password) {
  const unfinished = `${directory}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  initCluster(unfinished, password);
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

async function createDatabase(serverUrl) {
  const admin = postgres(`${serverUrl}/postgres`, { max: 1, onnotice: () => {} });
  try {
    await untilAnswering(admin);
    const [found] = await admin`select 1 from pg_database where datname = ${NAME}`;
    if (!found) await admin.unsafe(`create database ${NAME}`);
  } finally {
    await admin.end();
  }
}

/**
 * Starts the embedded PostgreSQL, creating it the first time. The server is handed to `onSpawn`
 * before anything can fail.
 * @returns the address of the database
 */
export async function startDatabase({ directory, password, settings, onSpawn }) {
  if (isEmpty(directory)) {
    fs.rmSync(directory, { recursive: true, force: true });
    create(directory, password);
  }
  inspect(directory);
  await clearForerunner(directory);

  const port = await freePort();
  const server = startCluster(directory, port, settings, "pipe");
  let fatal = null;
  server.stderr.setEncoding("utf8").on("data", (text) => {
    fatal = /(?:FATAL|PANIC): +(.+)/.exec(text)?.[1] ?? fatal;
  });
  onSpawn(server, () => stopCluster(server));

  const url = `postgres://postgres:${password}@127.0.0.1:${port}`;
  try {
    await untilAccepting(server, port);
    await createDatabase(url);
  } catch (error) {
    if (error.code === WRONG_PASSWORD) {
      throw damaged(directory, "its password is not the one in secrets.json beside it");
    }
    if (fatal) throw damaged(directory, fatal);
    throw error;
  }
  return `${url}/${NAME}`;
}
