import { spawnNode, stopChild } from "./node-child.mjs";
import { inRoot } from "./root.mjs";

const tool = (file) => inRoot("node_modules", file);

const next = tool("next/dist/bin/next");
const tsc = tool("typescript/bin/tsc");

/** What is checked without running the product: each a list of commands that must all succeed. */
export const staticChecks = [
  { name: "lint", commands: [[tool("@biomejs/biome/bin/biome"), "check", "."]] },
  {
    name: "types",
    commands: [
      [next, "typegen"],
      [tsc, "--noEmit"],
    ],
  },
  { name: "structure", commands: [[inRoot("scripts/check-structure.mjs")]] },
  { name: "unused code", commands: [[tool("knip/bin/knip.js")]] },
];

export const vitest = (...args) => [tool("vitest/vitest.mjs"), "run", ...args];
export const playwright = (...args) => [tool("@playwright/test/cli.js"), "test", ...args];

/** Runs a Node command to its end; its lines go to `onLine`. Resolves to whether it succeeded. */
export async function runNode(args, { env, onLine, shutdown }) {
  const child = spawnNode(args, { env, onLine });
  // these tools clean up after themselves on Ctrl-C, not on SIGTERM
  shutdown.add(() => stopChild(child, { signal: "SIGINT" }));
  const code = await new Promise((resolve) => child.once("close", resolve));
  return code === 0;
}

/** Runs a check's commands; resolves to whether they passed, what they printed and the seconds taken. */
export async function runCheck({ commands }, { env, shutdown }) {
  const started = performance.now();
  const lines = [];
  let passed = true;
  for (const args of commands) {
    passed &&= await runNode(args, { env, shutdown, onLine: (line) => lines.push(line) });
  }
  return { passed, lines, seconds: (performance.now() - started) / 1000 };
}
