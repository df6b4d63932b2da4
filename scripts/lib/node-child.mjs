import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { createLineCutter } from "./log-lines.mjs";
import { hasExited, signalGroup, untilExit } from "./processes.mjs";
import { inRoot, root } from "./root.mjs";

const GRACE_MS = 8_000;

const preload = ["--require", inRoot("scripts/lib/die-with-parent.cjs")];

/**
 * Starts a Node program that ends when this process does, even by kill -9. It has a process group
 * of its own, so that Ctrl-C reaches only us and things stop in order.
 */
export function spawnAttached(args, { env, output }) {
  const child = spawn(process.execPath, [...preload, ...args], {
    cwd: root,
    env: { ...env, SUPERVISED_CHILD: "1" },
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  });
  child.once("exit", () => signalGroup(child.pid, "SIGKILL"));
  return child;
}

/** The same, with every line it prints handed to `onLine(line, stream)`. */
export function spawnNode(args, { env, onLine }) {
  const child = spawnAttached(args, { env, output: "pipe" });
  for (const stream of ["stdout", "stderr"]) {
    child[stream].setEncoding("utf8").on(
      "data",
      createLineCutter((line) => onLine(line, stream)),
    );
  }
  return child;
}

/** Asks the program's group to end, and ends it after a grace period. */
export async function stopChild(child, { signal = "SIGTERM", graceMs = GRACE_MS } = {}) {
  if (hasExited(child)) return;
  signalGroup(child.pid, signal);
  const patience = new AbortController();
  sleep(graceMs, null, { signal: patience.signal }).then(
    () => signalGroup(child.pid, "SIGKILL"),
    () => {},
  );
  await untilExit(child);
  patience.abort();
}
