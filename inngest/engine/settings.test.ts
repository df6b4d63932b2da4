import { expect, test } from "vitest";
import { settingsFromEnvironment } from "./settings";

test("listens on loopback, and calls the app there, unless told otherwise", () => {
  const settings = settingsFromEnvironment();
  expect(settings.host).toBe("127.0.0.1");
  expect(settings.appUrl).toBe("http://127.0.0.1:3000/api/inngest");
});

test.each([
  ["DATABASE_URL", "nowhere"],
  ["INNGEST_SIGNING_KEY", "signkey-prod-nothex"],
  ["INNGEST_SIGNING_KEY", "abc"],
  ["INNGEST_EVENT_KEY", "short"],
  ["ENGINE_PORT", "70000"],
  ["ENGINE_CONCURRENCY", "0"],
  ["ENGINE_LEASE_SECONDS", "soon"],
])("refuses %s=%s by name", (name, value) => {
  expect(() => settingsFromEnvironment({ [name]: value })).toThrow(name);
});
