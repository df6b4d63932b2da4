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

/**
 * Launch options for a Chromium: `E2E_CHROMIUM`, else an installed one (skipped with
 * `E2E_NPM_CHROMIUM=1`), else the one that npm shipped. Throws with the ways to get one.
 */
export async function chromiumLaunch(env = process.env) {
  if (env.E2E_CHROMIUM) {
    if (!fs.existsSync(env.E2E_CHROMIUM)) {
      throw new Error(`E2E_CHROMIUM names ${env.E2E_CHROMIUM}, which does not exist.`);
    }
    return { executablePath: env.E2E_CHROMIUM, args: QUIET };
  }
  const installed = env.E2E_NPM_CHROMIUM
    ? undefined
    : INSTALLED.find((file) => fs.existsSync(file));
  if (installed) return { executablePath: installed, args: QUIET };
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error(NONE);
  try {
    return { executablePath: await unpackNpmChromium(), args: [...QUIET, "--headless=shell"] };
  } catch (error) {
    throw error.code === "MODULE_NOT_FOUND" ? new Error(NONE, { cause: error }) : error;
  }
}
