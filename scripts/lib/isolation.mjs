import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { withoutEmpty, withoutSettings } from "./settings.mjs";

/** This machine's environment without its settings: what a test sees does not depend on them. */
export function cleanEnvironment(settings = {}) {
  const { NODE_ENV: _, ...env } = withoutSettings(withoutEmpty(process.env));
  return { ...env, ...settings };
}

/** A folder for one run, removed by the returned function. */
export function temporaryFolder(purpose) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `clouder-${purpose}-`));
  return { folder, remove: () => fs.rmSync(folder, { recursive: true, force: true }) };
}
