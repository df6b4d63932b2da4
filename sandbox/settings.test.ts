import { expect, test } from "vitest";
import { readSettings } from "./settings";

test("every setting has a default, and an empty one counts as unset", () => {
  expect(readSettings({ SANDBOX_SEED: "", SANDBOX_PORT: "" })).toEqual({
    SANDBOX_PORT: 3001,
    SANDBOX_HOST: "127.0.0.1",
    SANDBOX_SEED: "clouder",
    SANDBOX_SCALE: 1,
    SANDBOX_LIBRARY: "full",
    SANDBOX_APPLE_TEAM_ID: "CLOUDERDMO",
    SANDBOX_APPLE_KEY_ID: "CLOUDERKEY",
    SANDBOX_DATA_DIR: undefined,
    SANDBOX_CLIENT_ID: "clouder-demo",
    SANDBOX_CLIENT_SECRET: "clouder-demo-secret",
  });
});

test.each([
  [{ SANDBOX_PORT: "door" }, "SANDBOX_PORT"],
  [{ SANDBOX_PORT: "70000" }, "SANDBOX_PORT"],
  [{ SANDBOX_SCALE: "0" }, "SANDBOX_SCALE"],
  [{ SANDBOX_SCALE: "1000" }, "SANDBOX_SCALE"],
])("%o is refused by name", (env, name) => {
  expect(() => readSettings(env)).toThrow(name);
});
