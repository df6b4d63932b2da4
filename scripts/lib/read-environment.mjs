import fs from "node:fs";
import { inRoot } from "./root.mjs";
import { withoutEmpty } from "./settings.mjs";

/** The environment, and below it the file `.env`. */
export function readEnvironment() {
  const file = inRoot(".env");
  if (fs.existsSync(file)) process.loadEnvFile(file);
  return withoutEmpty(process.env);
}
