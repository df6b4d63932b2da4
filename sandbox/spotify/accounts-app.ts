import { Hono, type Context as Http } from "hono";
import type { Context } from "../context";
import { demoUser } from "../state/demo-users";
import { issueCode } from "../state/grants";
import { type Authorization, answerAddress, readAuthorization } from "./authorization";
import { consentPage, refusalPage } from "./consent-page";
import { answerToken } from "./token-route";

const CODE_LIFE_MS = 10 * 60_000;

/** Spotify's accounts service: consent and tokens. */
export function accountsApp(context: Context) {
  const app = new Hono();

  const authorize = (
    http: Http,
    decide: (authorization: Authorization) => Response | Promise<Response>,
  ) => {
    const params = new URL(http.req.url).searchParams;
    const reading = readAuthorization(params, context.credentials.clientId);
    switch (reading.kind) {
      case "refuse":
        return http.html(refusalPage(reading.message), 400);
      case "return": {
        const { redirectUri, error, state } = reading;
        return http.redirect(answerAddress(redirectUri, { error, state }), 302);
      }
      case "ask":
        return decide(reading.authorization);
    }
  };

  app.get("/authorize", (http) =>
    authorize(http, (authorization) => http.html(consentPage(authorization))),
  );

  app.post("/authorize", (http) =>
    authorize(http, async ({ redirectUri, state, scope, clientId, codeChallenge }) => {
      const form = new URLSearchParams(await http.req.text());
      if (form.get("decision") !== "agree") {
        return http.redirect(answerAddress(redirectUri, { error: "access_denied", state }), 303);
      }
      const user = demoUser(form.get("user"));
      if (!user) return http.html(refusalPage("Choose one of the demo users."), 400);
      const code = issueCode(context.store.state.spotify, {
        clientId,
        userId: user.id,
        scope,
        redirectUri,
        codeChallenge,
        expiresAt: context.now().getTime() + CODE_LIFE_MS,
      });
      return http.redirect(answerAddress(redirectUri, { code, state }), 303);
    }),
  );

  app.post("/api/token", (http) => answerToken(context, http));
  return app;
}
