import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import { webAddress } from "./environments.mjs";
import { asCommand, Refusal } from "./refusal.mjs";
import { inRoot } from "./root.mjs";
import { readSettings, withoutEmpty } from "./settings.mjs";

const PORT = 8288;
const BINARY = inRoot("node_modules/inngest-cli/bin/inngest");
const DOWNLOAD = inRoot("node_modules/inngest-cli/postinstall.js");

/** Package and binary are two things: the install brings the first, a script of it the second. */
function refuseMissingBinary() {
  if (spawnSync(BINARY, ["version"], { stdio: "ignore" }).status === 0) return;
  const next = fs.existsSync(DOWNLOAD)
    ? "run node node_modules/inngest-cli/postinstall.js, which downloads it from github.com"
    : "run npm install on a machine that reaches github.com";
  throw new Refusal(
    `The Inngest dev server is not on this machine: ${next}, or use npm run dev with the built-in engine.`,
  );
}

function startInngest(appUrl) {
  const args = ["dev", "--port", String(PORT), "--no-discovery", "-u", `${appUrl}/api/inngest`];
  const inngest = spawn(BINARY, args, { stdio: ["ignore", "inherit", "inherit"] });
  inngest.once("exit", (code, signal) => {
    console.error(`The Inngest dev server stopped (${signal ?? `exit code ${code}`}).`);
  });
  process.once("exit", () => inngest.kill());
}

/** `npm run dev`, with Inngest's own dev server in the place of the engine. */
export async function runDevInngest() {
  await asCommand(async () => {
    refuseMissingBinary();
    const settings = readSettings(withoutEmpty(process.env));
    process.env.INNGEST_BASE_URL = `http://127.0.0.1:${PORT}`;
    process.env.INNGEST_DEV = "1";
    startInngest(webAddress(settings));
    const { runApp } = await import("./run-app.mjs");
    await runApp({ dev: true });
    console.log(`Inngest's dashboard is at http://127.0.0.1:${PORT}`);
  });
}
