import fs from "node:fs";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { countPlaywright, countVitest } from "./count-tests.mjs";
import { temporaryFolder } from "./isolation.mjs";

const { folder, remove } = temporaryFolder("reports");
afterAll(remove);

const report = (content: unknown) => {
  const file = path.join(folder, `${crypto.randomUUID()}.json`);
  fs.writeFileSync(file, JSON.stringify(content));
  return file;
};

test("a test file that could not be loaded is a failure", () => {
  const file = report({
    numPassedTests: 7,
    numFailedTests: 1,
    testResults: [
      { status: "failed", assertionResults: [] },
      { status: "failed", assertionResults: [{}] },
      { status: "passed", assertionResults: [{}] },
    ],
  });
  expect(countVitest(file, false)).toEqual({ passed: 7, failed: 2 });
});

test("a run that fails without a failed test, or without a report, is a failure", () => {
  const file = report({ numPassedTests: 7, numFailedTests: 0, testResults: [] });
  expect(countVitest(file, true)).toEqual({ passed: 7, failed: 0 });
  expect(countVitest(file, false)).toEqual({ passed: 7, failed: 1 });
  expect(countVitest(path.join(folder, "none.json"), false)).toEqual({ passed: 0, failed: 1 });
  expect(countPlaywright(path.join(folder, "none.json"), false)).toEqual({ passed: 0, failed: 1 });
});

test("browser tests are counted by their outcome", () => {
  const file = report({ stats: { expected: 4, unexpected: 2, skipped: 0, flaky: 0 } });
  expect(countPlaywright(file, false)).toEqual({ passed: 4, failed: 2 });
});
