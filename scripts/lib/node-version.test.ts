import { expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { isOlder, OLDEST_NODE } from "./node-version.mjs";

test("versions compare by number, not by letter", () => {
  expect(isOlder("v20.9.0", "20.19.0")).toBe(true);
  expect(isOlder("v18.20.4", "20.19.0")).toBe(true);
  expect(isOlder("v20.18.3", "20.19.0")).toBe(true);
  expect(isOlder("v20.19.0", "20.19.0")).toBe(false);
  expect(isOlder("v100.0.0", "20.19.0")).toBe(false);
});

test("the start refuses exactly what package.json declares as too old", () => {
  expect(packageJson.engines.node).toBe(`>=${OLDEST_NODE}`);
});
