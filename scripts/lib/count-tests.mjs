import fs from "node:fs";

const readReport = (file) =>
  fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : null;

/** A run that failed without naming a failed test failed all the same. */
const atLeastOne = (failed, succeeded) => (succeeded ? failed : Math.max(failed, 1));

/** Sums Vitest's JSON report; a file that could not be loaded counts as one failure. */
export function countVitest(file, succeeded) {
  const report = readReport(file);
  const unloaded = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = (report?.numFailedTests ?? 0) + unloaded.length;
  return { passed: report?.numPassedTests ?? 0, failed: atLeastOne(failed, succeeded) };
}

/** Sums Playwright's JSON report. */
export function countPlaywright(file, succeeded) {
  const stats = readReport(file)?.stats;
  return { passed: stats?.expected ?? 0, failed: atLeastOne(stats?.unexpected ?? 0, succeeded) };
}
