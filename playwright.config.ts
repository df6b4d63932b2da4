import { defineConfig } from "@playwright/test";
import { chromiumLaunch } from "./e2e/browser.mjs";

export default defineConfig({
  testDir: "./e2e",
  globalSetup: "./e2e/stack.ts",
  // The specs share one database and the sandbox's two people.
  workers: 1,
  // Machines that run the tests may be busy.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: [["list"]],
  use: {
    baseURL: process.env.E2E_APP_URL,
    // Nothing fades, so that nothing is painted in vain.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: await chromiumLaunch(),
    screenshot: "only-on-failure",
  },
});
