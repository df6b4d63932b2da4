import { expect, test } from "vitest";
import { settingsFromEnvironment } from "./settings";

test("listens on loopback, and calls the app there, unless told otherwise", () => {
  const settings = settingsFromEnvironment();
  expect(settings.host).toBe("127.0.0.1");
  expect(settings.appUrls).toEqual(["http://127.0.0.1:3000/api/inngest"]);
});

test("reads the addresses of several processes of the app", () => {
  const { appUrls } = settingsFromEnvironment({ ENGINE_APP_URL: "http://a/api, http://b/api" });
  expect(appUrls).toEqual(["http://a/api", "http://b/api"]);
});

test.each([
  ["DATABASE_URL", "nowhere"],
  ["INNGEST_SIGNING_KEY", "signkey-prod-nothex"],
  ["INNGEST_SIGNING_KEY", "abc"],
  ["INNGEST_EVENT_KEY", "short"],
  ["ENGINE_PORT", "70000"],
  ["ENGINE_APP_URL", "http://a/api,"],
  ["ENGINE_CONCURRENCY", "0"],
  ["ENGINE_LEASE_SECONDS", "soon"],
])("refuses %s=%s by name", (name, value) => {
  expect(() => settingsFromEnvironment({ [name]: value })).toThrow(name);
});
