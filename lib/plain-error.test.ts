import { expect, test } from "vitest";
import { plainError } from "./plain-error";

test("tells the message, the place and every cause", () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const error = new TypeError("fetch failed", { cause: refused });
  expect(plainError(new Error("Spotify could not be reached.", { cause: error }))).toMatchObject({
    name: "Error",
    message: "Spotify could not be reached.",
    stack: expect.stringContaining("plain-error.test"),
    cause: { name: "TypeError", cause: { message: "connect ECONNREFUSED", code: "ECONNREFUSED" } },
  });
});

test("keeps what a statement was given out of message and stack, at every depth", () => {
  const failed = new Error("Failed query: insert into t values ($1)\nparams: very-private,7");
  const told = JSON.stringify(plainError(new Error("It failed.", { cause: failed })));
  expect(told).toContain("insert into t");
  expect(told).not.toContain("very-private");
});

test("leaves out fields that could hold anything", () => {
  const error = Object.assign(new Error("No."), { status: 401, request: { headers: "private" } });
  expect(plainError(error)).toMatchObject({ status: 401 });
  expect(JSON.stringify(plainError(error))).not.toContain("private");
});

test("a chain without an end is cut, and a thrown value that is no error is told", () => {
  const endless = new Error("again");
  endless.cause = endless;
  expect(JSON.stringify(plainError(endless)).match(/"again"/g)).toHaveLength(6);
  expect(plainError("why")).toBe("why");
  expect(plainError({ token: "x" })).toEqual({ message: "[object Object]" });
});
