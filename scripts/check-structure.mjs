import fs from "node:fs";
import path from "node:path";
import { root } from "./lib/root.mjs";
import { settingNames } from "./lib/settings.mjs";
import { contentProblems } from "./lib/structure/contents.mjs";
import { documentProblems } from "./lib/structure/documents.mjs";
import { nameProblems } from "./lib/structure/names.mjs";
import { settingProblems } from "./lib/structure/setting-names.mjs";

const NOT_OURS = /^(node_modules|\.git|\.next.*|\.data|coverage|test-results|playwright-report)$/;
const CODE = /\.(ts|tsx|mjs|cjs|css)$/;

function filesBelow(folder) {
  return fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = path.posix.join(folder, entry.name);
    if (!entry.isDirectory()) return [name];
    return folder === "" && NOT_OURS.test(entry.name) ? [] : filesBelow(name);
  });
}

const documented = new Set(settingNames());
const exists = (name) => fs.existsSync(path.join(root, name));

function problemsOf(file) {
  const named = nameProblems(file);
  if (file.endsWith(".md")) {
    return [
      ...named,
      ...documentProblems(file, fs.readFileSync(path.join(root, file), "utf8"), exists),
    ];
  }
  if (!CODE.test(file)) return named;
  const text = fs.readFileSync(path.join(root, file), "utf8");
  return [...named, ...contentProblems(file, text), ...settingProblems(file, text, documented)];
}

const files = filesBelow("");
const problems = files.flatMap((file) => problemsOf(file).map((problem) => `${file}: ${problem}`));
for (const problem of problems) console.error(problem);
console.log(`${files.length} files, ${problems.length} out of place`);
process.exitCode = problems.length > 0 ? 1 : 0;
