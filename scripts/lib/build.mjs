import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { claim, claimant } from "./claim.mjs";
import { spawnNode, stopChild } from "./node-child.mjs";
import { createRecorder } from "./program.mjs";
import { Refusal } from "./refusal.mjs";
import { inRoot, root } from "./root.mjs";

const SOURCES = [
  "app",
  "components",
  "db",
  "inngest",
  "instrumentation.ts",
  "lib",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const NOT_BUILT =
  /\.test\.tsx?$|\/testing\/|^db\/migrations\/(?!meta\/_journal)|^inngest\/engine\//;

function filesBelow(folder, name) {
  const full = path.join(folder, name);
  if (!fs.existsSync(full)) return [];
  if (!fs.statSync(full).isDirectory()) return [name];
  return fs.readdirSync(full).flatMap((entry) => filesBelow(folder, path.posix.join(name, entry)));
}

/** One hash over the names and contents of all files that a build is made from. */
export function sourceHash(folder = root, sources = SOURCES) {
  const hash = createHash("sha256");
  const files = sources.flatMap((name) => filesBelow(folder, name)).sort();
  for (const file of files) {
    if (NOT_BUILT.test(file)) continue;
    const content = fs.readFileSync(path.join(folder, file));
    hash.update(`${file}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

const markOf = (buildDir) => inRoot(buildDir, "built-from.txt");
const servingFolder = (buildDir) => inRoot(buildDir, "serving");

function builtFrom(buildDir) {
  const complete = fs.existsSync(inRoot(buildDir, "BUILD_ID")) && fs.existsSync(markOf(buildDir));
  return complete ? fs.readFileSync(markOf(buildDir), "utf8") : null;
}

function servers(buildDir) {
  const folder = servingFolder(buildDir);
  if (!fs.existsSync(folder)) return [];
  const pids = fs.readdirSync(folder).map((file) => claimant(path.join(folder, file)));
  return pids.filter((pid) => pid !== null);
}

/** Says that this process serves the build, so that no other replaces it meanwhile. */
export function markServing(buildDir) {
  const folder = servingFolder(buildDir);
  fs.mkdirSync(folder, { recursive: true });
  return claim(path.join(folder, `${process.pid}.json`)).release;
}

/** Builds the pages unless the build that is there was made from the same sources. */
export async function buildIfNeeded({ buildDir, env, logs, say, shutdown }) {
  const hash = sourceHash();
  if (builtFrom(buildDir) === hash) return;
  const [server] = servers(buildDir);
  if (server) {
    throw new Refusal(
      `The sources have changed, and process ${server} still serves the build in ${buildDir}. Stop it first, or build elsewhere with NEXT_DIST_DIR=.next-2.`,
    );
  }

  say("Building the pages; this takes a minute …");
  fs.rmSync(markOf(buildDir), { force: true });
  const recorder = createRecorder({ name: "build", logs });
  const args = [inRoot("node_modules/next/dist/bin/next"), "build"];
  const child = spawnNode(args, { env, onLine: recorder.record });
  shutdown.add(() => stopChild(child));
  const code = await new Promise((resolve) => child.once("close", resolve));
  recorder.close();
  if (code !== 0) throw new Refusal(recorder.report("The pages could not be built."));
  fs.writeFileSync(markOf(buildDir), hash);
  say("Built.");
}
