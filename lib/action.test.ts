import { expect, test } from "vitest";
import { z } from "zod";
import { actionDoor } from "./action";
import { AppError } from "./errors";
import { currentRequest } from "./request-context";

const user = { id: "u1", name: "Mira", role: "member" } as const;
const requestId = async () => "r1";
const signedIn = actionDoor(async () => user, requestId);
const signedOut = actionDoor(async () => {
  throw new AppError("UNAUTHENTICATED", "Your session has ended. Sign in again.");
}, requestId);
const schema = z.object({ id: z.string() });

test("hands the user and the parsed input to the domain", async () => {
  const action = signedIn(schema, async (args) => args);
  expect(await action({ id: "1" })).toEqual({ ok: true, data: { user, input: { id: "1" } } });
});

test("whatever the domain does, it does for that request", async () => {
  const action = signedIn(schema, async () => currentRequest());
  expect(await action({ id: "1" })).toEqual({ ok: true, data: "r1" });
  expect(currentRequest()).toBeNull();
});

test("answers an expected failure as a value and lets a bug escape", async () => {
  const refuse = signedIn(schema, async () => {
    throw new AppError("CONFLICT", "Someone moved it first.");
  });
  const failure = { ok: false, code: "CONFLICT", message: "Someone moved it first." };
  expect(await refuse({ id: "1" })).toEqual(failure);
  const crash = signedIn(schema, async () => {
    throw new TypeError("bug");
  });
  await expect(crash({ id: "1" })).rejects.toThrow(TypeError);
});

test("runs nothing for a malformed body or an ended session", async () => {
  let ran = 0;
  const count = async () => {
    ran += 1;
  };
  const malformed = JSON.parse('{"id":7}');
  expect(await signedIn(schema, count)(malformed)).toMatchObject({ ok: false, code: "INVALID" });
  expect(await signedOut(schema, count)({ id: "1" })).toMatchObject({ code: "UNAUTHENTICATED" });
  const odd = await signedIn(schema, count)({ id: "a\0b" });
  expect(odd).toMatchObject({
    code: "INVALID",
    message: expect.stringContaining("cannot be kept"),
  });
  expect(ran).toBe(0);
});
