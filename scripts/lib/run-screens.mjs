import { playwright, runNode } from "./checks.mjs";
import { beginCommand } from "./command.mjs";
import { installIfNeeded } from "./install.mjs";
import { cleanEnvironment } from "./isolation.mjs";
import { asCommand, Refusal } from "./refusal.mjs";

/** Takes the pictures in docs/screens anew, of a stack of its own. */
export function runScreens() {
  const { say, shutdown } = beginCommand();
  return asCommand(async () => {
    await installIfNeeded({ say, shutdown, development: true });
    const taken = await runNode(playwright("--config", "scripts/screens/playwright.config.ts"), {
      env: cleanEnvironment(),
      shutdown,
      onLine: (line) => console.log(line),
    });
    if (!taken) throw new Refusal("The pictures could not be taken.");
  });
}
