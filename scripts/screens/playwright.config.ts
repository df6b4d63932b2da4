import { defineConfig } from "@playwright/test";
import base from "../../playwright.config";

export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: "take-pictures.ts",
  globalSetup: "../../e2e/stack.ts",
  outputDir: "../../test-results",
  timeout: 600_000,
});
