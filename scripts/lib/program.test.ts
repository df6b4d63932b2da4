import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterAll, expect, onTestFinished, test, vi } from "vitest";
import { temporaryFolder } from "./isolation.mjs";
import { commandLine } from "./processes.mjs";
import { createProgram } from "./program.mjs";

const { folder, remove } = temporaryFolder("program");
afterAll(remove);

/** Processes start, which takes its time on a busy machine. */
const slow = { timeout: 120_000 };

const isGone = (pid: number) => commandLine(pid) === null;

/** A program that writes its process id to a file when it is up. */
function startProgram(name: string, source: string) {
  const pidFile = path.join(folder, `${name}.pid`);
  const said: string[] = [];
  // whole from the moment it is there: half a process id is another process
  const up = `import fs from "node:fs";
    fs.writeFileSync(${JSON.stringify(`${pidFile}.new`)}, String(process.pid));
    fs.renameSync(${JSON.stringify(`${pidFile}.new`)}, ${JSON.stringify(pidFile)});`;
  const program = createProgram({
    name,
    args: ["--input-type=module", "--eval", `${up} ${source}`],
    env: process.env,
    isHealthy: async () => fs.existsSync(pidFile),
    logs: folder,
    say: (line: string) => said.push(line),
    onGiveUp: () => {},
  });
  onTestFinished(() => program.stop());
  const pid = () => Number(fs.readFileSync(pidFile, "utf8"));
  return { program, said, pid };
}

test(
  "a program that stops is started again, and says so; told to stop, it stays stopped",
  slow,
  async () => {
    const { program, said, pid } = startProgram("worker", "setInterval(() => {}, 1000);");
    await program.start();
    const first = pid();
    process.kill(first, "SIGKILL");
    await vi.waitFor(() => expect(said).toContain("worker is back."), { timeout: 50_000 });
    await vi.waitFor(() => expect(pid()).not.toBe(first), { timeout: 50_000 });
    expect(said[0]).toContain("stopped (SIGKILL)");

    await program.stop();
    expect(isGone(pid())).toBe(true);
  },
);

test("a program that never gets ready ends the start, with its last words", slow, async () => {
  const failing = createProgram({
    name: "failing",
    args: ["--eval", "console.error('no such table'); process.exit(3)"],
    env: process.env,
    isHealthy: async () => false,
    logs: folder,
    say: () => {},
    onGiveUp: () => {},
  });
  await expect(failing.start()).rejects.toThrow("no such table");
});

test("programs end when their supervisor is killed", slow, async () => {
  const module = new URL("./node-child.mjs", import.meta.url).href;
  const source = `
    import { spawnNode } from "${module}";
    const args = ["--eval", "console.log(process.pid); setInterval(() => {}, 1000)"];
    spawnNode(args, { env: process.env, onLine: (line) => console.log(line) });
  `;
  const supervisor = spawn(process.execPath, ["--input-type=module", "--eval", source]);
  const pid = await new Promise<number>((resolve) => {
    supervisor.stdout.once("data", (text) => resolve(Number(text)));
  });
  expect(isGone(pid)).toBe(false);
  supervisor.kill("SIGKILL");
  await vi.waitFor(() => expect(isGone(pid)).toBe(true), { timeout: 50_000 });
});
