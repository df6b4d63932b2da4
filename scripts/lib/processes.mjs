import { execFileSync } from "node:child_process";
import fs from "node:fs";

/** What a process was started with, or null when there is no such process. */
export function commandLine(pid) {
  try {
    if (process.platform === "linux") {
      return fs.readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ").trim() || null;
    }
    const listed = execFileSync("ps", ["-o", "command=", "-p", String(pid)], { stdio: "pipe" });
    return listed.toString().trim() || null;
  } catch {
    return null;
  }
}

export const hasExited = (child) => child.exitCode !== null || child.signalCode !== null;

/** Resolves when the child has exited; at once when it already has. */
export const untilExit = (child) =>
  hasExited(child) ? Promise.resolve() : new Promise((resolve) => child.once("exit", resolve));

/** Signals a whole process group; a group that is already gone is no error. */
export function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
