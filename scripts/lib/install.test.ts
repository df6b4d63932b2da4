import { expect, test } from "vitest";
import { outdatedPackages } from "./install.mjs";

const wanted = {
  "": { version: "0.1.0" },
  "node_modules/next": { version: "16.4.5", integrity: "sha512-a" },
  "node_modules/vitest": { version: "4.1.12", integrity: "sha512-b", dev: true },
  "node_modules/swc-mac": { version: "16.4.5", integrity: "sha512-c", optional: true },
};
const { "node_modules/swc-mac": _, ...complete } = wanted;

test("an installation without the packages of other platforms is complete", () => {
  expect(outdatedPackages(wanted, complete, { development: true })).toEqual([]);
});

test("a package of another version, with other contents, or missing is outdated", () => {
  const other = (entry: object) => ({ ...complete, "node_modules/next": entry });
  const outdated = ["node_modules/next"];
  const options = { development: true };
  expect(outdatedPackages(wanted, other({ version: "16.4.4" }), options)).toEqual(outdated);
  const patched = { version: "16.4.5", integrity: "sha512-z" };
  expect(outdatedPackages(wanted, other(patched), options)).toEqual(outdated);
  const { "node_modules/next": _next, ...without } = complete;
  expect(outdatedPackages(wanted, without, options)).toEqual(outdated);
});

test("to start, development packages may be absent, but not stale", () => {
  const { "node_modules/vitest": _vitest, ...production } = complete;
  expect(outdatedPackages(wanted, production, { development: false })).toEqual([]);
  expect(outdatedPackages(wanted, production, { development: true })).toEqual([
    "node_modules/vitest",
  ]);
  const stale = { ...complete, "node_modules/vitest": { version: "3.0.0" } };
  expect(outdatedPackages(wanted, stale, { development: false })).toEqual(["node_modules/vitest"]);
});
