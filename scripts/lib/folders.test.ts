import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { claim } from "./claim.mjs";
import { openDataFolder } from "./data-folder.mjs";
import { temporaryFolder } from "./isolation.mjs";
import { openLog } from "./log-file.mjs";
import { readSecrets } from "./secrets.mjs";

const { folder, remove } = temporaryFolder("unit");
afterAll(remove);

const freshFolder = (name: string) => {
  const fresh = path.join(folder, name);
  fs.mkdirSync(fresh, { recursive: true });
  return fresh;
};

test("a log never grows past its bound, and keeps the part before", () => {
  const file = path.join(freshFolder("log"), "web.log");
  const log = openLog(file, 100);
  for (let line = 0; line < 30; line += 1) log.write(`line ${line}\n`);
  log.close();
  expect(fs.statSync(file).size).toBeLessThanOrEqual(100);
  expect(fs.readFileSync(file, "utf8")).toMatch(/line 29\n$/);
  expect(fs.statSync(`${file}.1`).size).toBeLessThanOrEqual(100);
});

test("secrets are made once, and only their owner can read them", () => {
  const fresh = freshFolder("secrets");
  const first = readSecrets(fresh);
  expect(readSecrets(fresh)).toEqual(first);
  expect(fs.statSync(path.join(fresh, "secrets.json")).mode & 0o777).toBe(0o600);
  expect(Buffer.from(first.TOKEN_KEY, "base64")).toHaveLength(32);
  expect(first.INNGEST_SIGNING_KEY).toMatch(/^signkey-prod-[0-9a-f]{64}$/);
});

test("a secret that a newer version needs is added beside the kept ones", () => {
  const fresh = freshFolder("older");
  fs.writeFileSync(path.join(fresh, "secrets.json"), '{"TOKEN_KEY":"kept"}');
  expect(readSecrets(fresh)).toMatchObject({
    TOKEN_KEY: "kept",
    NEXTAUTH_SECRET: expect.any(String),
  });
});

test("damaged secrets are never replaced: they open the database and the sign-ins", () => {
  const fresh = freshFolder("damaged");
  fs.writeFileSync(path.join(fresh, "secrets.json"), "{");
  expect(() => readSecrets(fresh)).toThrow("is damaged");
  fs.rmSync(path.join(fresh, "secrets.json"));
  fs.mkdirSync(path.join(fresh, "postgres"));
  expect(() => readSecrets(fresh)).toThrow("Restore the file from a backup");
});

test("a folder has one holder at a time, and a holder that died holds nothing", async () => {
  const file = path.join(freshFolder("claim"), "in-use.json");
  const modules = new URL("./claim.mjs", import.meta.url).href;
  const script = `import { claim } from "${modules}"; claim(process.argv[1]); console.log("held"); setInterval(() => {}, 1000);`;
  const args = ["--input-type=module", "--eval", script, file];
  const other = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void other.kill("SIGKILL"));
  await new Promise((resolve) => other.stdout.once("data", resolve));
  expect(claim(file)).toEqual({ holder: other.pid });

  other.kill("SIGKILL");
  await new Promise((resolve) => other.once("exit", resolve));
  const { release } = claim(file);
  expect(release).toBeTypeOf("function");
  release?.();
  expect(fs.existsSync(file)).toBe(false);
});

test("a data folder that is a file is refused with the way out", () => {
  const file = path.join(folder, "file");
  fs.writeFileSync(file, "");
  expect(() => openDataFolder(file)).toThrow("is not a folder");
  expect(() => openDataFolder(path.join(file, "below"))).toThrow("choose another with DATA_DIR");
});
