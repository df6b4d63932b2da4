import type { Context as Http } from "hono";
import type { Context } from "../context";
import { DEMO_PASSWORD, demoUsers } from "../state/demo-users";
import { issueAccessToken, issueRefreshToken, takeCode } from "../state/grants";
import { oauthError } from "./problems";

const REFRESH_TOKEN_MS = 90 * 86_400_000;
const USER_SCOPE = "app:docs user:dj";
const APP_SCOPE = "app:external";

interface Granted {
  userId: string | null;
  scope: string;
}

/** Parameters may come in the form or in the address. */
async function parametersOf(http: Http): Promise<URLSearchParams> {
  const params = new URLSearchParams(new URL(http.req.url).searchParams);
  for (const [name, value] of new URLSearchParams(await http.req.text())) params.set(name, value);
  return params;
}

function basicCredentials(http: Http): { id: string; secret: string } | null {
  const encoded = /^Basic (\S+)$/i.exec(http.req.header("authorization") ?? "")?.[1];
  if (!encoded) return null;
  const [id = "", ...secret] = Buffer.from(encoded, "base64").toString("utf8").split(":");
  return { id, secret: secret.join(":") };
}

/** `POST /auth/o/token/` for the four grants Beatport documents. */
export async function answerToken(context: Context, http: Http) {
  const params = await parametersOf(http);
  const basic = basicCredentials(http);
  const clientId = params.get("client_id") ?? basic?.id;
  const secret = params.get("client_secret") ?? basic?.secret ?? null;
  const { credentials, switches } = context;
  const { beatport } = context.store.state;

  if (clientId !== credentials.clientId) return oauthError(http, 401, "invalid_client");
  if (secret !== null && secret !== credentials.clientSecret) {
    return oauthError(http, 401, "invalid_client");
  }

  const granted = (): Granted | string => {
    switch (params.get("grant_type")) {
      case "authorization_code": {
        const code = takeCode(beatport, params.get("code") ?? "");
        const valid =
          code &&
          code.expiresAt > context.now().getTime() &&
          code.redirectUri === params.get("redirect_uri");
        return valid ? { userId: code.userId, scope: code.scope } : "invalid_grant";
      }
      case "password": {
        if (secret === null) return "unauthorized_client";
        const user = demoUsers.find((each) => each.beatportUsername === params.get("username"));
        const known = user && params.get("password") === DEMO_PASSWORD;
        return known ? { userId: user.id, scope: USER_SCOPE } : "invalid_grant";
      }
      case "client_credentials":
        return secret === null ? "unauthorized_client" : { userId: null, scope: APP_SCOPE };
      case "refresh_token": {
        const token = params.get("refresh_token") ?? "";
        const grant = beatport.refreshTokens[token];
        delete beatport.refreshTokens[token];
        const alive = grant && !grant.revoked && grant.expiresAt > context.now().getTime();
        return alive ? { userId: grant.userId, scope: grant.scope } : "invalid_grant";
      }
      default:
        return "unsupported_grant_type";
    }
  };

  const outcome = granted();
  if (typeof outcome === "string") return oauthError(http, 400, outcome);

  const nowMs = context.now().getTime();
  const seconds = switches.beatportTokenSeconds;
  const grant = { clientId, ...outcome };
  return http.json({
    access_token: issueAccessToken(
      beatport,
      { ...grant, expiresAt: nowMs + seconds * 1_000 },
      nowMs,
    ),
    expires_in: seconds,
    token_type: "Bearer",
    scope: outcome.scope,
    refresh_token: issueRefreshToken(beatport, { ...grant, expiresAt: nowMs + REFRESH_TOKEN_MS }),
  });
}
