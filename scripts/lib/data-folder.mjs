import fs from "node:fs";
import path from "node:path";
import { claim } from "./claim.mjs";
import { Refusal } from "./refusal.mjs";

const WAY_OUT = "Give it back to your user, or choose another folder with DATA_DIR.";

function refuseFolder(dataDir, error) {
  if (error.code === "EEXIST" || error.code === "ENOTDIR") {
    return new Refusal(
      `${dataDir} is not a folder. Move it away, or choose another with DATA_DIR.`,
    );
  }
  if (error.code === "ENOSPC")
    return new Refusal(`The disk of ${dataDir} is full. Free some space.`);
  if (["EACCES", "EPERM", "EROFS"].includes(error.code)) {
    return new Refusal(`Clouder cannot write to its data folder ${dataDir}. ${WAY_OUT}`);
  }
  return error;
}

/** Makes the data folder and claims it for this process; throws a Refusal that names the way out. */
export function openDataFolder(dataDir) {
  try {
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    fs.readdirSync(dataDir);
    const { holder, release } = claim(path.join(dataDir, "in-use.json"));
    if (holder) {
      throw new Refusal(
        `Clouder is already running on ${dataDir} (process ${holder}). Stop it first, or choose another folder with DATA_DIR.`,
      );
    }
    const logs = path.join(dataDir, "logs");
    fs.mkdirSync(logs, { recursive: true });
    return { logs, release };
  } catch (error) {
    throw error instanceof Refusal ? error : refuseFolder(dataDir, error);
  }
}
