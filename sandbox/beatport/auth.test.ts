import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Client, NOW, startClient } from "../testing/client";

const TOKEN = "/beatport/v4/auth/o/token/";
const app = { client_id: "clouder-demo", client_secret: "clouder-demo-secret" };
const tokens = z.object({
  access_token: z.string(),
  expires_in: z.number(),
  token_type: z.literal("Bearer"),
  scope: z.string(),
  refresh_token: z.string(),
});

let client: Client;
let clock = NOW.getTime();

beforeAll(async () => {
  client = await startClient({ now: () => new Date(clock) });
});
afterAll(() => client.close());

const login = (body: object, headers: Record<string, string> = {}) =>
  fetch(`${client.url}/beatport/v4/auth/login/`, {
    method: "POST",
    body: JSON.stringify(body),
    headers,
  });
const account = (bearer: string) =>
  fetch(`${client.url}/beatport/v4/my/account/`, {
    headers: { authorization: `Bearer ${bearer}` },
  });

test("a user's name and password, with the app's secret, get a token that names the user", async () => {
  const answer = await client.form(TOKEN, {
    ...app,
    grant_type: "password",
    username: "mira",
    password: "clouder-demo",
  });
  const { access_token } = tokens.parse(await answer.json());
  expect(await (await account(access_token)).json()).toMatchObject({ username: "mira" });
});

test("signing in leads over the session and a code to a token, once", async () => {
  const session = await login({ username: "jonas", password: "clouder-demo" });
  const cookies = session.headers.getSetCookie().map((cookie) => cookie.split(";")[0]);
  const redirectUri = "https://api.beatport.com/v4/auth/o/post-message/";
  const params = new URLSearchParams({
    response_type: "code",
    client_id: app.client_id,
    redirect_uri: redirectUri,
  });
  const authorized = await fetch(`${client.url}/beatport/v4/auth/o/authorize/?${params}`, {
    headers: { cookie: cookies.join("; ") },
    redirect: "manual",
  });
  const location = authorized.headers.get("location") ?? "";
  expect(location).toMatch(/^\/v4\/auth\/o\/post-message\/\?code=/);

  const code = new URL(location, client.url).searchParams.get("code") ?? "";
  const exchange = () =>
    client.form(TOKEN, {
      grant_type: "authorization_code",
      code,
      client_id: app.client_id,
      redirect_uri: redirectUri,
    });
  const { access_token } = tokens.parse(await (await exchange()).json());
  expect(await (await account(access_token)).json()).toMatchObject({ username: "jonas" });
  const again = await exchange();
  expect([again.status, await again.json()]).toEqual([400, { error: "invalid_grant" }]);
});

test("a refresh token works once and is replaced", async () => {
  const first = tokens.parse(
    await (await client.form(TOKEN, { ...app, grant_type: "client_credentials" })).json(),
  );
  const refresh = (refresh_token: string) =>
    client.form(TOKEN, { ...app, grant_type: "refresh_token", refresh_token });
  const second = tokens.parse(await (await refresh(first.refresh_token)).json());
  expect(second.refresh_token).not.toBe(first.refresh_token);
  expect((await refresh(first.refresh_token)).status).toBe(400);
});

test("a token ends when it said it would, and when it is revoked", async () => {
  const answer = await client.form(TOKEN, { ...app, grant_type: "client_credentials" });
  const { access_token, expires_in } = tokens.parse(await answer.json());
  const works = async () =>
    (
      await fetch(`${client.url}/beatport/v4/catalog/genres/`, {
        headers: { authorization: `Bearer ${access_token}` },
      })
    ).status;
  expect([expires_in, await works()]).toEqual([36_000, 200]);
  clock += 36_000_000;
  expect(await works()).toBe(401);

  const next = tokens.parse(
    await (await client.form(TOKEN, { ...app, grant_type: "client_credentials" })).json(),
  );
  await client.form(`/beatport/v4/auth/o/revoke/?token=${next.access_token}`, {});
  expect((await account(next.access_token)).status).toBe(401);
});

test.each([
  [{ grant_type: "client_credentials" }, 401, "invalid_client"],
  [{ ...app, client_secret: "wrong", grant_type: "client_credentials" }, 401, "invalid_client"],
  [
    { client_id: app.client_id, grant_type: "password", username: "mira", password: "x" },
    400,
    "unauthorized_client",
  ],
  [{ ...app, grant_type: "password", username: "mira", password: "wrong" }, 400, "invalid_grant"],
  [{ ...app, grant_type: "magic" }, 400, "unsupported_grant_type"],
])("%o is refused with %i %s", async (fields, status, error) => {
  const answer = await client.form(TOKEN, fields);
  expect([answer.status, await answer.json()]).toEqual([status, { error }]);
});

test("a wrong password is 403, or 200 without a name when so switched", async () => {
  const wrong = { username: "mira", password: "guess" };
  expect((await login(wrong)).status).toBe(403);
  await client.control("/switches", { softLoginFailure: true });
  const soft = await login(wrong);
  expect(soft.status).toBe(200);
  expect(await soft.json()).not.toHaveProperty("username");
  await client.control("/switches", { softLoginFailure: false });
});

test("signing in again with old cookies and no referer fails", async () => {
  const again = await login(
    { username: "mira", password: "clouder-demo" },
    { cookie: "csrftoken=old" },
  );
  expect(again.status).toBe(403);
  expect(await again.json()).toEqual({
    detail: "CSRF Failed: Referer checking failed - no Referer.",
  });
});
