import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { withoutEmpty, withoutSettings } from "./settings.mjs";

/** This machine's environment without its settings: what a test sees does not depend on them. */
export function cleanEnvironment(settings = {}) {
  const { NODE_ENV: _, ...env } = withoutSettings(withoutEmpty(process.env));
  return { ...env, ...settings };
}

/** A file system in memory. A database is a thousand small files: there they are made at once. */
const MEMORY = "/dev/shm";
const ROOM_BYTES = 4 * 1024 ** 3;

/** Where the folders of the tests go: into memory, where the system has room for them. */
export function fastestFolder(memory = MEMORY) {
  if (!fs.existsSync(memory)) return os.tmpdir();
  const { bavail, bsize } = fs.statfsSync(memory);
  return bavail * bsize >= ROOM_BYTES ? memory : os.tmpdir();
}

/** A folder for one run, removed by the returned function. */
export function temporaryFolder(purpose, parent = os.tmpdir()) {
  const folder = fs.mkdtempSync(path.join(parent, `clouder-${purpose}-`));
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
