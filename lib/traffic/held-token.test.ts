import { expect, test } from "vitest";
import { type Grant, heldToken } from "./held-token";
import { ProviderError } from "./provider-error";

const refused = new ProviderError({
  provider: "beatport",
  group: "catalog",
  kind: "unauthorized",
  status: 401,
  message: "Beatport answered 401.",
});

function holder(grants: Grant[]) {
  const asked: (string | null)[] = [];
  const withToken = heldToken(async (last) => {
    asked.push(last?.token ?? null);
    const grant = grants[asked.length - 1];
    if (!grant) throw new Error("no more grants");
    return grant;
  });
  return { withToken, asked };
}

const lasting = (token: string): Grant => ({ token, refreshToken: null, expiresInSeconds: 3600 });

test("many callers share one token and one request for it", async () => {
  const { withToken, asked } = holder([lasting("a")]);
  const seen = await Promise.all([1, 2, 3].map(() => withToken(async (token) => token)));
  expect(seen).toEqual(["a", "a", "a"]);
  expect(await withToken(async (token) => token)).toBe("a");
  expect(asked).toEqual([null]);
});

test("a token refused in the middle is renewed once, however many callers report it", async () => {
  const { withToken, asked } = holder([lasting("a"), lasting("b")]);
  const call = async (token: string) => {
    await Promise.resolve();
    if (token === "a") throw refused;
    return token;
  };
  expect(await Promise.all([withToken(call), withToken(call), withToken(call)])).toEqual([
    "b",
    "b",
    "b",
  ]);
  expect(asked).toEqual([null, "a"]);
});

test("a second refusal is the caller's to know", async () => {
  const { withToken, asked } = holder([lasting("a"), lasting("b")]);
  await expect(withToken(() => Promise.reject(refused))).rejects.toBe(refused);
  expect(asked).toHaveLength(2);
});

test("a spent token is replaced before it is sent", async () => {
  const { withToken } = holder([{ ...lasting("a"), expiresInSeconds: 0 }, lasting("b")]);
  await withToken(async (token) => token);
  expect(await withToken(async (token) => token)).toBe("b");
});

test("a failed request for a token is not remembered", async () => {
  let fails = true;
  const withToken = heldToken(async () => {
    if (fails) throw new Error("down");
    return lasting("a");
  });
  await expect(withToken(async (token) => token)).rejects.toThrow("down");
  fails = false;
  expect(await withToken(async (token) => token)).toBe("a");
});
