import { runCheck, staticChecks, vitest } from "./checks.mjs";
import { installIfNeeded } from "./install.mjs";
import { cleanEnvironment } from "./isolation.mjs";
import { stopChild } from "./node-child.mjs";
import { asCommand } from "./refusal.mjs";
import { root } from "./root.mjs";
import { createSay } from "./say.mjs";
import { createShutdown } from "./shutdown.mjs";

const pureTests = {
  name: "pure tests",
  commands: [vitest("--project", "unit", "--project", "dom", "--reporter", "dot")],
};

/** All checks that need neither a database nor a browser, at once. */
export function runVerify() {
  process.chdir(root);
  const say = createSay();
  const children = new Set();
  const shutdown = createShutdown();
  shutdown.add(() => Promise.all([...children].map((child) => stopChild(child))));
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => shutdown.run().then(() => process.exit(1)));
  }

  return asCommand(async () => {
    await installIfNeeded({ say, shutdown, development: true });
    const env = cleanEnvironment();
    const verify = async (check) => {
      const { passed, lines } = await runCheck(check, { env, children });
      if (shutdown.stopping) return false;
      say(`${passed ? "ok    " : "FAILED"}  ${check.name}`);
      if (!passed) for (const line of lines) console.log(`    ${line}`);
      return passed;
    };
    const results = await Promise.all([...staticChecks, pureTests].map(verify));
    if (results.includes(false)) process.exitCode = 1;
  });
}
