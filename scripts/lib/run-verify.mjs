import { runCheck, staticChecks, vitest } from "./checks.mjs";
import { beginCommand } from "./command.mjs";
import { installIfNeeded } from "./install.mjs";
import { cleanEnvironment } from "./isolation.mjs";
import { asCommand } from "./refusal.mjs";

const pureTests = {
  name: "pure tests",
  commands: [vitest("--project", "unit", "--project", "dom", "--reporter", "dot")],
};

/** All checks that need neither a database nor a browser, at once. */
export function runVerify() {
  const { say, shutdown } = beginCommand();

  async function verify(check) {
    const { passed, lines } = await runCheck(check, { env: cleanEnvironment(), shutdown });
    if (shutdown.stopping) return false;
    say(`${passed ? "ok    " : "FAILED"}  ${check.name}`);
    if (!passed) for (const line of lines) console.log(`    ${line}`);
    return passed;
  }

  return asCommand(async () => {
    await installIfNeeded({ say, shutdown, development: true });
    const results = await Promise.all([...staticChecks, pureTests].map(verify));
    if (results.includes(false)) process.exitCode = 1;
  });
}
