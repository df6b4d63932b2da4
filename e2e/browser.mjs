import { execFileSync } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import zlib from "node:zlib";

const INSTALLED = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

const NONE = `No Chromium for the browser tests. One of these helps:
  apt-get install -y chromium
  E2E_CHROMIUM=/path/to/chrome npm test
  npm ci --include=dev   (brings one, on Linux x64)`;

const require = createRequire(import.meta.url);

function packageFolder(name) {
  const entry = require.resolve(name);
  return entry.slice(0, entry.lastIndexOf(name) + name.length);
}

/** The browser inside the npm package, unpacked once per version; safe when two runs unpack at once. */
async function unpackNpmChromium() {
  const source = packageFolder("@sparticuz/chromium");
  const { version } = JSON.parse(fs.readFileSync(path.join(source, "package.json"), "utf8"));
  const modules = source.slice(0, source.lastIndexOf("@sparticuz"));
  const binary = path.join(modules, ".cache", "chromium", version, "headless-shell");
  if (fs.existsSync(binary)) return binary;
  fs.mkdirSync(path.dirname(binary), { recursive: true });
  const unfinished = `${binary}.${process.pid}`;
  await pipeline(
    fs.createReadStream(path.join(source, "bin", "chromium.br")),
    zlib.createBrotliDecompress(),
    fs.createWriteStream(unfinished, { mode: 0o755 }),
  );
  fs.renameSync(unfinished, binary);
  return binary;
}

/** The browser that npm brings along, null where it has none that runs. */
async function npmChromium() {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  try {
    const binary = await unpackNpmChromium();
    execFileSync(binary, ["--version"], { stdio: "ignore" });
    return binary;
  } catch {
    return null;
  }
}

/**
 * Launch options for a Chromium: `E2E_CHROMIUM`, else the one that npm brings along, which has no
 * windows and costs two thirds of a whole one, else an installed one. Throws with the ways to get one.
 */
export async function chromiumLaunch(env = process.env) {
  if (env.E2E_CHROMIUM) {
    if (!fs.existsSync(env.E2E_CHROMIUM)) {
      throw new Error(`E2E_CHROMIUM names ${env.E2E_CHROMIUM}, which does not exist.`);
    }
    return { executablePath: env.E2E_CHROMIUM, args: QUIET };
  }
  const shell = await npmChromium();
  if (shell) return { executablePath: shell, args: [...QUIET, "--headless=shell"] };
  const installed = INSTALLED.find((file) => fs.existsSync(file));
  if (!installed) throw new Error(NONE);
  return { executablePath: installed, args: QUIET };
}
