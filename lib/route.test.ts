import { expect, test } from "vitest";
import { AppError } from "./errors";
import { routeDoor } from "./route";

const user = { id: "u1", name: "Mira", role: "member" } as const;
const signedIn = routeDoor(async () => user);
const call = (route: ReturnType<typeof signedIn>, query = "") =>
  route(new Request(`http://127.0.0.1/api/x${query}`), { params: Promise.resolve({ id: "7" }) });

test("answers the domain's value as JSON that nobody caches", async () => {
  const response = await call(signedIn(async ({ user, params }) => ({ who: user.id, ...params })));
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  expect(await response.json()).toEqual({ who: "u1", id: "7" });
});

test("an expected failure has its status and message", async () => {
  const missing = signedIn(async () => {
    throw new AppError("NOT_FOUND", "There is no such week.");
  });
  const response = await call(missing);
  expect(response.status).toBe(404);
  expect(await response.json()).toEqual({ code: "NOT_FOUND", message: "There is no such week." });
});

test("what no database can be asked for is refused in words", async () => {
  const response = await call(
    signedIn(async () => "asked"),
    "?q=a%00b",
  );
  expect(response.status).toBe(400);
  expect(await response.json()).toMatchObject({ code: "INVALID" });
});

test("an ended session is 401 and a bug is 500 that tells nothing of the inside", async () => {
  const signedOut = routeDoor(async () => {
    throw new AppError("UNAUTHENTICATED", "Your session has ended. Sign in again.");
  });
  expect((await call(signedOut(async () => "secret"))).status).toBe(401);
  const broken = await call(
    signedIn(async () => {
      throw new Error("select * from users");
    }),
  );
  expect(broken.status).toBe(500);
  expect(await broken.text()).not.toContain("select");
});
