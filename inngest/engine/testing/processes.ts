import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const engineScript = fileURLToPath(new URL("../main.ts", import.meta.url));
const preload = fileURLToPath(new URL("../../../scripts/lib/die-with-parent.cjs", import.meta.url));

type Environment = NodeJS.ProcessEnv;

/** An engine in a process of its own. */
export const startEngineProcess = (
  { databaseUrl, port, appUrl }: { databaseUrl: string; port: number; appUrl: string },
  env: Environment,
) =>
  startScript(engineScript, [], {
    ...env,
    DATABASE_URL: databaseUrl,
    ENGINE_PORT: String(port),
    ENGINE_APP_URL: appUrl,
  });

/** A TypeScript program that ends when this process does. */
export function startScript(script: string, args: string[], env: Environment): ChildProcess {
  return spawn(process.execPath, ["--require", preload, "--import", "tsx", script, ...args], {
    env: { ...env, SUPERVISED_CHILD: "1" },
    // A process group of its own, which it ends when we are gone.
    detached: true,
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}

/** Ends a process at once, without a chance to tidy up, and waits until it is gone. */
export async function kill(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}
