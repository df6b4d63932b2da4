import path from "node:path";
import { playwright, runCheck, runNode, staticChecks, vitest } from "./checks.mjs";
import { beginCommand } from "./command.mjs";
import { countPlaywright, countVitest } from "./count-tests.mjs";
import { installIfNeeded } from "./install.mjs";
import { cleanEnvironment, fastestFolder, temporaryFolder } from "./isolation.mjs";
import { asCommand, Refusal } from "./refusal.mjs";

const projects = {
  unit: ["--project", "unit", "--project", "dom", "--project", "programs"],
  db: ["--project", "db"],
};
const PARTS = ["static", "unit", "db", "e2e"];

const print = (line) => console.log(line);

async function runStatic({ env, shutdown, say, total }) {
  await Promise.all(
    staticChecks.map(async (check) => {
      const { passed, lines, seconds } = await runCheck(check, { env, shutdown });
      say(`${passed ? "ok    " : "FAILED"}  ${check.name} (${seconds.toFixed(1)} s)`);
      if (!passed) lines.forEach(print);
      total.add(passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
    }),
  );
}

async function runVitest(parts, { env, shutdown, folder, total }) {
  const report = path.join(folder, "vitest.json");
  const args = [
    ...parts.flatMap((part) => projects[part]),
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const succeeded = await runNode(vitest(...args), { env, shutdown, onLine: print });
  total.add(countVitest(report, succeeded));
}

async function runPlaywright({ env, shutdown, folder, total, onLine }) {
  const report = path.join(folder, "playwright.json");
  const succeeded = await runNode(playwright("--reporter=list,json"), {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    shutdown,
    onLine,
  });
  total.add(countPlaywright(report, succeeded));
}

function readParts(names) {
  const unknown = names.find((name) => !PARTS.includes(name));
  if (unknown)
    throw new Refusal(`There is no part "${unknown}"; the parts are ${PARTS.join(", ")}.`);
  return names.length === 0 ? PARTS : names;
}

/** Lines that are printed when it is their turn: kept until then, at once from then on. */
function createTurn() {
  let kept = [];
  return {
    onLine: (line) => (kept ? kept.push(line) : print(line)),
    come() {
      kept?.forEach(print);
      kept = null;
    },
  };
}

function createTotal() {
  const sum = { passed: 0, failed: 0 };
  return {
    sum,
    add({ passed, failed }) {
      sum.passed += passed;
      sum.failed += failed;
    },
  };
}

/** Runs the named parts, or all; ends with the one line `N passed, N failed`, whatever happened. */
export async function runTests(names) {
  const total = createTotal();
  const { say, shutdown } = beginCommand({ onSignal: () => finish(1) });
  const { folder, remove } = temporaryFolder("test", fastestFolder());
  shutdown.add(remove);
  const browser = createTurn();

  async function finish(leastFailed) {
    if (shutdown.stopping) return;
    await shutdown.run();
    browser.come();
    const { passed } = total.sum;
    const failed = Math.max(total.sum.failed, leastFailed);
    print(`${passed} passed, ${failed} failed`);
    process.exit(failed > 0 || passed === 0 ? 1 : 0);
  }

  async function timed(name, run) {
    if (shutdown.stopping) return;
    const started = performance.now();
    say(`${name} …`);
    await run();
    say(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }

  await asCommand(async () => {
    const parts = readParts(names);
    await installIfNeeded({ say, shutdown, development: true });
    const context = { env: cleanEnvironment({ TMPDIR: folder }), shutdown, say, folder, total };
    const vitestParts = parts.filter((part) => part in projects);
    if (parts.includes("static")) await timed("Static checks", () => runStatic(context));
    const runs = [];
    if (vitestParts.length > 0) {
      runs.push(timed("Tests", () => runVitest(vitestParts, context)).finally(browser.come));
    } else {
      browser.come();
    }
    if (parts.includes("e2e")) {
      runs.push(
        timed("Browser tests", () => runPlaywright({ ...context, onLine: browser.onLine })),
      );
    }
    await Promise.all(runs);
  });
  await finish(process.exitCode ? 1 : 0);
}
