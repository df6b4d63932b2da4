import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { ALL_SCOPES, BASIC, type Client, NOW, REDIRECT_URI, startClient } from "../testing/client";

let client: Client;
let clock = NOW.getTime();

beforeAll(async () => {
  client = await startClient({ now: () => new Date(clock) });
});
beforeEach(async () => {
  clock = NOW.getTime();
  await client.control("/reset", {});
});
afterAll(() => client.close());

const TOKEN = "/spotify/accounts/api/token";
const codeFrom = (back: URL) => back.searchParams.get("code") ?? "";
const refresh = (refreshToken: string) =>
  client.form(
    TOKEN,
    { grant_type: "refresh_token", refresh_token: refreshToken },
    { authorization: BASIC },
  );
const refused = async (answer: Response) => [answer.status, await answer.json()];
const grantError = (error_description: string) => [
  400,
  { error: "invalid_grant", error_description },
];

describe("consent", () => {
  test("the page names every scope in words and lets one choose a user", async () => {
    const page = await (await fetch(client.authorizeUrl())).text();
    expect(page).toContain("simulated Spotify");
    expect(page).toContain("Create and change your private playlists");
    expect(page).toContain('value="mira.okafor"');
    expect(page).toContain('value="jonas.weil"');
  });

  test("agreeing returns a code and the state, declining access_denied and the state", async () => {
    const agreed = await client.consent("agree");
    expect(agreed.href.startsWith(REDIRECT_URI)).toBe(true);
    expect(agreed.searchParams.get("state")).toBe("state-1");
    expect(codeFrom(agreed)).not.toBe("");
    const declined = await client.consent("cancel");
    expect(Object.fromEntries(declined.searchParams)).toEqual({
      error: "access_denied",
      state: "state-1",
    });
  });

  test.each([
    [{ client_id: "stranger" }, "INVALID_CLIENT"],
    [{ redirect_uri: "http://localhost:3000/callback" }, "127.0.0.1 instead of localhost"],
    [{ redirect_uri: "http://clouder.example/callback" }, "Insecure"],
    [{ redirect_uri: "" }, "Missing required parameter"],
  ])("%o is told to the person, not to the address", async (changes, message) => {
    const response = await fetch(client.authorizeUrl(changes), { redirect: "manual" });
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(message);
  });

  test.each([
    [{ response_type: "token" }, "unsupported_response_type"],
    [{ scope: "user-read-minds" }, "invalid_scope"],
    [{ code_challenge_method: "plain" }, "invalid_request"],
    [{ code_challenge: "short" }, "invalid_request"],
  ])("%o is told to the app as %s", async (changes, error) => {
    const response = await fetch(client.authorizeUrl(changes), { redirect: "manual" });
    const location = new URL(response.headers.get("location") ?? "");
    expect(Object.fromEntries(location.searchParams)).toEqual({ error, state: "state-1" });
  });
});

describe("codes", () => {
  test("a code becomes an access token of an hour, a refresh token and the granted scopes", async () => {
    const answer = await client.exchange(codeFrom(await client.consent()));
    expect(await answer.json()).toEqual({
      access_token: expect.any(String),
      token_type: "Bearer",
      expires_in: 3_600,
      scope: ALL_SCOPES,
      refresh_token: expect.any(String),
    });
  });

  test("a code works once", async () => {
    const code = codeFrom(await client.consent());
    await client.exchange(code);
    expect(await refused(await client.exchange(code))).toEqual(
      grantError("Invalid authorization code"),
    );
  });

  test("a code ends after ten minutes", async () => {
    const code = codeFrom(await client.consent());
    clock += 10 * 60_000;
    expect(await refused(await client.exchange(code))).toEqual(
      grantError("Authorization code expired"),
    );
  });

  test.each([
    [
      { code_verifier: "another-verifier-that-is-long-enough-for-43-chars" },
      "code_verifier was incorrect",
    ],
    [{ code_verifier: "too-short" }, "code_verifier was incorrect"],
    [{ redirect_uri: "http://127.0.0.1:4000/elsewhere" }, "Invalid redirect URI"],
  ])("%o does not fit the code", async (changes, description) => {
    const code = codeFrom(await client.consent());
    expect(await refused(await client.exchange(code, changes))).toEqual(grantError(description));
  });

  test("the app must show who it is", async () => {
    const fields = { grant_type: "client_credentials" };
    expect(await refused(await client.form(TOKEN, fields))).toEqual([
      400,
      { error: "invalid_client" },
    ]);
    const wrong = await client.form(TOKEN, {
      ...fields,
      client_id: "clouder-demo",
      client_secret: "wrong",
    });
    expect(await refused(wrong)).toEqual([
      400,
      { error: "invalid_client", error_description: "Invalid client" },
    ]);
  });
});

describe("refreshing", () => {
  const grant = async () => (await client.signIn()).refresh_token ?? "";
  const answer = z.looseObject({ access_token: z.string() });

  test("gives a new access token and keeps the refresh token", async () => {
    const token = await grant();
    for (const _ of [1, 2]) {
      const body = answer.parse(await (await refresh(token)).json());
      expect(body).not.toHaveProperty("refresh_token");
      expect((await client.spotifyWith(body.access_token)("/me")).status).toBe(200);
    }
  });

  test("replaces the refresh token when so switched", async () => {
    await client.control("/switches", { rotateRefreshTokens: true });
    const token = await grant();
    expect(await (await refresh(token)).json()).toHaveProperty("refresh_token");
    expect(await refused(await refresh(token))).toEqual(grantError("Invalid refresh token"));
  });

  test("ends six months after consent, however often it was used", async () => {
    const token = await grant();
    clock += 182 * 86_400_000;
    expect((await refresh(token)).status).toBe(200);
    clock += 2 * 86_400_000;
    expect(await refused(await refresh(token))).toEqual(grantError("Refresh token expired"));
  });

  test("ends when the user takes the access back", async () => {
    const token = await grant();
    await client.control("/users/mira.okafor/revoke", {});
    expect(await refused(await refresh(token))).toEqual(grantError("Refresh token revoked"));
  });
});

describe("access", () => {
  test("a token that is missing, strange or an hour old is refused alike", async () => {
    const { access_token } = await client.signIn();
    const me = client.spotifyWith(access_token);
    expect((await me("/me")).status).toBe(200);
    clock += 3_600_000;
    for (const response of [
      await me("/me"),
      await client.spotifyWith("strange")("/me"),
      await fetch(`${client.url}/spotify/v1/me`),
    ]) {
      expect(response.headers.get("www-authenticate")).toBe(
        'Bearer realm="spotify", error="invalid_token"',
      );
      expect(await refused(response)).toEqual([
        401,
        { error: { status: 401, message: "Missing/invalid/expired access token" } },
      ]);
    }
  });

  test("access tokens can be ended by hand while the refresh token goes on", async () => {
    const { access_token, refresh_token = "" } = await client.signIn();
    await client.control("/users/mira.okafor/expire-tokens", {});
    expect((await client.spotifyWith(access_token)("/me")).status).toBe(401);
    expect((await refresh(refresh_token)).status).toBe(200);
  });

  test("a user who is not on the app's list signs in, and every call is refused in plain text", async () => {
    await client.control("/users/jonas.weil/listing", { listed: false });
    const response = await (await client.spotify("jonas.weil"))("/me");
    expect(response.status).toBe(403);
    expect(await response.text()).toContain("the user may not be registered");
  });

  test("the profile carries the stable account id and none of the removed fields", async () => {
    const body: unknown = await (await (await client.spotify())("/me")).json();
    expect(body).toMatchObject({
      id: "mira.okafor",
      account_id: "mR7kQ2vLx9",
      display_name: "Mira Okafor",
      uri: "spotify:user:mira.okafor",
    });
    for (const removed of ["email", "country", "product", "followers", "explicit_content"]) {
      expect(body).not.toHaveProperty(removed);
    }
  });

  test.each([
    ["GET", "/markets"],
    ["GET", "/tracks?ids=a,b"],
    ["POST", "/users/mira.okafor/playlists"],
    ["PUT", "/me/tracks"],
    ["GET", "/audio-features/1"],
  ])("%s %s is removed: 403", async (method, path) => {
    const call = await client.spotify();
    expect(await refused(await call(path, { method }))).toEqual([
      403,
      { error: { status: 403, message: "Forbidden" } },
    ]);
  });

  test("what never was is 404, and a method that does not fit 405", async () => {
    const call = await client.spotify();
    expect((await call("/me/mood")).status).toBe(404);
    expect((await call("/me/library")).status).toBe(405);
  });
});
