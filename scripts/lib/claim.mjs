import fs from "node:fs";
import { commandLine } from "./processes.mjs";

function readClaim(file) {
  try {
    return JSON.parse(fs.readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** The pid that holds the claim, or null. A pid that was given to another program since holds nothing. */
export function claimant(file) {
  const claim = readClaim(file);
  if (!claim || claim.pid === process.pid) return null;
  return commandLine(claim.pid) === claim.command ? claim.pid : null;
}

/**
 * Marks a folder as used by this process, through a file in it. Returns `{ holder }` when another
 * process that still runs has it, else `{ release }`.
 */
export function claim(file) {
  const own = JSON.stringify({ pid: process.pid, command: commandLine(process.pid) });
  for (;;) {
    try {
      fs.writeFileSync(file, own, { flag: "wx" });
      return { release: () => fs.rmSync(file, { force: true }) };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    const holder = claimant(file);
    if (holder !== null) return { holder };
    fs.rmSync(file, { force: true });
  }
}
