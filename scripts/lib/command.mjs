import { root } from "./root.mjs";
import { createSay } from "./say.mjs";
import { createShutdown } from "./shutdown.mjs";

/** What every command begins with: the checkout as its folder, a voice, and an orderly way out. */
export function beginCommand({ write, onSignal } = {}) {
  process.chdir(root);
  const say = createSay(write);
  const shutdown = createShutdown();
  const leave = onSignal ?? (() => shutdown.run().then(() => process.exit(1)));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, leave);
  return { say, shutdown };
}
