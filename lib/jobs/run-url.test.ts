import { expect, test } from "vitest";
import { runUrl } from "./run-url";

const engineUrl = "http://127.0.0.1:3002";

test("names the run in the dashboard of the server that ran it", () => {
  expect(runUrl("01JRUN", { serverUrl: "http://127.0.0.1:8288/", engineUrl })).toBe(
    "http://127.0.0.1:8288/run?runID=01JRUN",
  );
});

test("the built-in engine has no dashboard, and without a run or a server there is nothing to show", () => {
  expect(runUrl("01JRUN", { serverUrl: "http://127.0.0.1:3002/", engineUrl })).toBeNull();
  expect(runUrl(null, { serverUrl: "http://127.0.0.1:8288", engineUrl })).toBeNull();
  expect(runUrl("01JRUN", { serverUrl: undefined, engineUrl })).toBeNull();
});
