import { beginCommand } from "./command.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * Runs a command that stays until a signal ends it, with exit code 0, or a failure, with 1. The body
 * starts things, adds how they stop to `shutdown`, and calls `fail` for what goes wrong later.
 */
export async function runUntilStopped(body) {
  const { say, shutdown } = beginCommand({ onSignal: stop });

  async function fail(error) {
    if (shutdown.stopping) return;
    console.error(error instanceof Refusal ? `\n${error.message}\n` : error);
    await shutdown.run();
    process.exit(1);
  }

  async function stop() {
    if (shutdown.stopping) return;
    say("Stopping …");
    await shutdown.run();
    say("Stopped.");
    process.exit(0);
  }

  try {
    await body({ say, shutdown, fail });
  } catch (error) {
    await fail(error);
  }
}
