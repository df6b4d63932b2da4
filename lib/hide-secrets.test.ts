import fc from "fast-check";
import { expect, test } from "vitest";
import { secretHider } from "./hide-secrets";

const hide = secretHider(["clouder-demo-secret", "short", undefined]);
const SECRET = "BQDq8-xyz_0123456789abcdef";

test.each([
  ["a header", `Authorization: Bearer ${SECRET}`],
  ["basic credentials", "authorization: Basic Y2xvdWRlcjpzZWNyZXQtQlFEcTg="],
  ["a token endpoint's answer", JSON.stringify({ access_token: SECRET, refresh_token: SECRET })],
  ["our own names", JSON.stringify({ account: { accessToken: SECRET, refreshToken: SECRET } })],
  ["JSON inside a string", JSON.stringify({ body: JSON.stringify({ access_token: SECRET }) })],
  [
    "JSON inside JSON inside a string",
    JSON.stringify(JSON.stringify({ b: `{"token":"${SECRET}"}` })),
  ],
  ["a form", `grant_type=refresh_token&refresh_token=${SECRET}&client_secret=${SECRET}`],
  ["a callback's address", `/api/auth/callback/spotify?code=${SECRET}&state=x`],
  ["Apple Music's headers", JSON.stringify({ headers: { "music-user-token": SECRET } })],
  ["Apple Music's way back", `/api/connections/apple?state=x&music_user_token=${SECRET}`],
  ["a cookie", `cookie: __Secure-next-auth.session-token=${SECRET}; theme=dark`],
  ["cookies in JSON", JSON.stringify({ headers: { cookie: `a="${SECRET}"; b=1` } })],
  ["set-cookie in JSON", JSON.stringify({ "set-cookie": [`a=${SECRET}`] })],
  ["a database's address", `postgres://clouder:${SECRET}@db/clouder`],
  ["a value that is known", "the client clouder-demo-secret was refused"],
  ["a program's words", `it sent cldr_${SECRET}0123456789ABCDEFG and was refused`],
])("takes the secret out of %s", (_where, text) => {
  const hidden = hide(text);
  expect(hidden).not.toContain(SECRET);
  expect(hidden).not.toContain("Y2xvdWRlcjpzZWNyZXQtQlFEcTg");
  expect(hidden).not.toContain("clouder-demo-secret");
  expect(hidden).toContain("[removed]");
});

test("a line of JSON stays one, with everything else in it", () => {
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), (message, token) => {
      const line = JSON.stringify({ msg: "ok", account: { access_token: token }, note: 7 });
      expect(JSON.parse(hide(line))).toEqual({
        msg: "ok",
        account: { access_token: "[removed]" },
        note: 7,
      });
      expect(() => JSON.parse(hide(JSON.stringify({ msg: message, cookie: token })))).not.toThrow();
    }),
  );
});

test("no value is left over behind a key, however deep and whatever is in it", () => {
  const nested = fc.tuple(fc.string({ minLength: 1 }), fc.integer({ min: 0, max: 3 }));
  fc.assert(
    fc.property(nested, ([value, depth]) => {
      let line = JSON.stringify({ note: 1, cookie: value, more: { password: `x${value}` } });
      for (let level = 0; level < depth; level += 1) line = JSON.stringify({ body: line });
      let read: unknown = hide(line);
      for (let level = depth; level > 0; level -= 1) read = JSON.parse(String(read)).body;
      const more = { password: "[removed]" };
      expect(JSON.parse(String(read))).toEqual({ note: 1, cookie: "[removed]", more });
    }),
    { numRuns: 1_000 },
  );
});

test("ordinary words stay as they are", () => {
  const text = "The token of Spotify is short; 412 of 1,300 stored, status=running, a Basic set";
  expect(hide(text)).toBe(text);
});
