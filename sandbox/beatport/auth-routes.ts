import { randomUUID } from "node:crypto";
import { Hono, type Context as Http } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { z } from "zod";
import type { Context } from "../context";
import { DEMO_PASSWORD, demoUser, demoUsers } from "../state/demo-users";
import { findAccessToken, issueCode } from "../state/grants";
import { unauthenticated } from "./problems";
import { answerToken } from "./token-route";

const CODE_LIFE_MS = 60_000;

const loginBody = z.object({ username: z.string(), password: z.string() });

const refusedRequest = `<!doctype html>
<html lang="en"><title>Error</title><h1>Error: invalid_request</h1></html>`;

/** Beatport answers its own redirect address without the host. */
function locationFor(redirectUri: string, code: string): string {
  const target = new URL(redirectUri);
  target.searchParams.set("code", code);
  return target.host === "api.beatport.com" ? `${target.pathname}${target.search}` : target.href;
}

const profileOf = (userId: string | null) => {
  const user = demoUser(userId);
  if (!user) return null;
  const username = user.beatportUsername;
  return { id: user.beatportId, email: `${username}@example.com`, username };
};

/** Sign-in, tokens and the account behind a token. */
export function authRoutes(context: Context) {
  const routes = new Hono();
  const nowMs = () => context.now().getTime();
  const grantOf = (http: Http) =>
    findAccessToken(context.store.state.beatport, http.req.header("authorization"), nowMs());

  routes.post("/auth/login/", async (http) => {
    if (getCookie(http, "csrftoken") && !http.req.header("referer")) {
      return http.json({ detail: "CSRF Failed: Referer checking failed - no Referer." }, 403);
    }
    const body = loginBody.safeParse(await http.req.json().catch(() => null));
    if (!body.success) return http.json({ username: ["This field is required."] }, 400);
    const user = demoUsers.find((each) => each.beatportUsername === body.data.username);
    if (!user || body.data.password !== DEMO_PASSWORD) {
      const status = context.switches.softLoginFailure ? 200 : 403;
      return http.json({ detail: "incorrect username or password" }, status);
    }
    const session = randomUUID();
    context.store.state.beatport.sessions[session] = user.id;
    setCookie(http, "sessionid", session, { httpOnly: true, path: "/" });
    setCookie(http, "csrftoken", randomUUID(), { path: "/" });
    return http.json(profileOf(user.id));
  });

  routes.get("/auth/o/authorize/", (http) => {
    const { client_id, redirect_uri = "", response_type } = http.req.query();
    const known = client_id === context.credentials.clientId && URL.canParse(redirect_uri);
    if (!known || response_type !== "code") return http.html(refusedRequest);
    const { beatport } = context.store.state;
    const userId = beatport.sessions[getCookie(http, "sessionid") ?? ""];
    if (!userId) return http.redirect("/v4/auth/login/", 302);
    const code = issueCode(beatport, {
      clientId: client_id,
      userId,
      scope: "app:docs user:dj",
      expiresAt: nowMs() + CODE_LIFE_MS,
      redirectUri: redirect_uri,
      codeChallenge: null,
    });
    return http.redirect(locationFor(redirect_uri, code), 302);
  });

  routes.post("/auth/o/token/", (http) => answerToken(context, http));

  routes.get("/auth/o/introspect/", (http) => {
    const grant = grantOf(http);
    if (!grant) return unauthenticated(http);
    const profile = profileOf(grant.userId);
    return http.json({
      user_id: profile?.id ?? null,
      username: profile?.username ?? null,
      scope: grant.scope,
      subscription: profile ? "bp_basic" : null,
      feature: [],
    });
  });

  routes.post("/auth/o/revoke/", async (http) => {
    const form = new URLSearchParams(await http.req.text());
    const token = http.req.query("token") ?? form.get("token") ?? "";
    const { beatport } = context.store.state;
    delete beatport.accessTokens[token];
    delete beatport.refreshTokens[token];
    return http.body(null, 200);
  });

  routes.get("/my/account/", (http) => {
    const profile = profileOf(grantOf(http)?.userId ?? null);
    return profile
      ? http.json(profile)
      : http.json({ detail: "You do not have permission to perform this action." }, 403);
  });
  return routes;
}
