import { defineConfig } from "@playwright/test";
import base from "../../playwright.config";

export default defineConfig({
  ...base,
  testDir: ".",
  testMatch: "take-pictures.ts",
  globalSetup: "./whole-world.ts",
  outputDir: "../../test-results/screens",
  use: { ...base.use, trace: "off", screenshot: "off" },
  timeout: 600_000,
});
