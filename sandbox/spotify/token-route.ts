import { createHash } from "node:crypto";
import type { Context as Http } from "hono";
import type { Context } from "../context";
import { issueAccessToken, issueRefreshToken, takeCode } from "../state/grants";
import { oauthProblem } from "./problems";

/** Refresh tokens end six months after the user agreed; refreshing does not prolong them. */
const GRANT_LIFE_MS = 183 * 86_400_000;

interface Client {
  id: string;
  /** False for a client that named itself without its secret. */
  confidential: boolean;
}

function clientOf(context: Context, http: Http, form: URLSearchParams): Client | null {
  const { clientId, clientSecret } = context.credentials;
  const basic = /^Basic (\S+)$/i.exec(http.req.header("authorization") ?? "")?.[1];
  const [id, secret] = basic
    ? splitOnce(Buffer.from(basic, "base64").toString("utf8"))
    : [form.get("client_id"), form.get("client_secret")];
  if (id !== clientId) return null;
  if (secret === null) return { id, confidential: false };
  return secret === clientSecret ? { id, confidential: true } : null;
}

function splitOnce(text: string): [string, string] {
  const colon = text.indexOf(":");
  return colon < 0 ? [text, ""] : [text.slice(0, colon), text.slice(colon + 1)];
}

const challengeOf = (verifier: string) => createHash("sha256").update(verifier).digest("base64url");

/** `POST /api/token` for the three grants Spotify has. */
export async function answerToken(context: Context, http: Http) {
  const form = new URLSearchParams(await http.req.text());
  const basic = http.req.header("authorization");
  if (!basic && !form.get("client_id")) return oauthProblem(http, "invalid_client");
  const client = clientOf(context, http, form);
  if (!client) return oauthProblem(http, "invalid_client", "Invalid client");

  switch (form.get("grant_type")) {
    case "authorization_code":
      return exchangeCode(context, http, client, form);
    case "refresh_token":
      return refresh(context, http, client, form);
    case "client_credentials":
      return client.confidential
        ? http.json(issue(context, { client, userId: null, scope: "" }))
        : oauthProblem(http, "invalid_client", "Invalid client secret");
    default:
      return oauthProblem(
        http,
        "unsupported_grant_type",
        "grant_type must be client_credentials, authorization_code or refresh_token",
      );
  }
}

function issue(context: Context, grant: { client: Client; userId: string | null; scope: string }) {
  const { client, userId, scope } = grant;
  const nowMs = context.now().getTime();
  const seconds = context.switches.spotifyTokenSeconds;
  const held = { clientId: client.id, userId, scope, expiresAt: nowMs + seconds * 1_000 };
  return {
    access_token: issueAccessToken(context.store.state.spotify, held, nowMs),
    token_type: "Bearer",
    expires_in: seconds,
    ...(userId && { scope }),
  };
}

function exchangeCode(context: Context, http: Http, client: Client, form: URLSearchParams) {
  const { spotify } = context.store.state;
  const nowMs = context.now().getTime();
  const refuse = (description: string) => oauthProblem(http, "invalid_grant", description);

  const code = takeCode(spotify, form.get("code") ?? "");
  if (!code) return refuse("Invalid authorization code");
  if (code.expiresAt <= nowMs) return refuse("Authorization code expired");
  if (code.redirectUri !== form.get("redirect_uri")) return refuse("Invalid redirect URI");

  const verifier = form.get("code_verifier");
  if (code.codeChallenge === null && !client.confidential) {
    return oauthProblem(http, "invalid_client", "Invalid client secret");
  }
  if (code.codeChallenge !== null) {
    if (!verifier) return oauthProblem(http, "invalid_request", "code_verifier required");
    if (!/^[\w.~-]{43,128}$/.test(verifier) || challengeOf(verifier) !== code.codeChallenge) {
      return refuse("code_verifier was incorrect");
    }
  }

  const { userId, scope } = code;
  const refreshToken = issueRefreshToken(spotify, {
    clientId: client.id,
    userId,
    scope,
    expiresAt: nowMs + GRANT_LIFE_MS,
  });
  return http.json({ ...issue(context, { client, userId, scope }), refresh_token: refreshToken });
}

function refresh(context: Context, http: Http, client: Client, form: URLSearchParams) {
  const { spotify } = context.store.state;
  const refuse = (description: string) => oauthProblem(http, "invalid_grant", description);

  const token = form.get("refresh_token");
  if (!token) return oauthProblem(http, "invalid_request", "refresh_token must be supplied");
  const grant = spotify.refreshTokens[token];
  if (!grant || grant.clientId !== client.id) return refuse("Invalid refresh token");
  if (grant.revoked) return refuse("Refresh token revoked");
  if (grant.expiresAt <= context.now().getTime()) return refuse("Refresh token expired");

  const answer = issue(context, { client, userId: grant.userId, scope: grant.scope });
  if (!context.switches.rotateRefreshTokens) return http.json(answer);
  delete spotify.refreshTokens[token];
  return http.json({ ...answer, refresh_token: issueRefreshToken(spotify, grant) });
}
