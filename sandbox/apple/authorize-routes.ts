import { Hono, type Context as Http } from "hono";
import { html, raw } from "hono/html";
import { consentForm, messagePage } from "../consent/pages";
import type { Context } from "../context";
import { answerAddress } from "../spotify/authorization";
import { isAllowedRedirect } from "../spotify/redirect-uri";
import { demoUser } from "../state/demo-users";
import { isDeveloperToken } from "./developer-token";
import { issueMusicUserToken } from "./session";

interface Asked {
  /** Where the answer goes: this address, or its origin when the page was opened by it. */
  redirectUri: string;
  state: string | null;
  byMessage: boolean;
}

const refusal = (http: Http, message: string) =>
  http.html(messagePage("Apple Music", "This sign-in cannot start", message), 400);

/** Hands the answer to the window that opened this one. */
const messengerPage = (answer: Record<string, string | null>, origin: string) => {
  const script = (value: unknown) => JSON.stringify(value).replaceAll("<", "\\u003c");
  return html`<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Simulated Apple Music</title></head>
  <body>
    <p>You can close this window.</p>
    <script>${raw(`opener?.postMessage(${script({ type: "music-user-token", ...answer })}, ${script(origin)});close();`)}</script>
  </body>
</html>`;
};

/** Stands in for MusicKit's sign-in: a person agrees, and the app gets a music user token. */
export function authorizeRoutes(context: Context) {
  const routes = new Hono();

  const ask = (http: Http, decide: (asked: Asked) => Response | Promise<Response>) => {
    const params = http.req.query();
    if (!isDeveloperToken(context.appleKeys, params.developer_token ?? "", context.now())) {
      return refusal(http, "developer_token: Missing, not signed with the team's key, or expired.");
    }
    const redirectUri = params.redirect_uri ?? "";
    if (!isAllowedRedirect(redirectUri)) {
      return refusal(http, "redirect_uri: Use https, or http with 127.0.0.1 or [::1].");
    }
    const byMessage = params.response_mode === "web_message";
    return decide({ redirectUri, state: params.state ?? null, byMessage });
  };

  routes.get("/", (http) =>
    ask(http, ({ redirectUri }) =>
      http.html(
        consentForm({
          service: "Apple Music",
          host: new URL(redirectUri).host,
          abilities: ["See your library and playlists", "See what you play"],
        }),
      ),
    ),
  );

  routes.post("/", (http) =>
    ask(http, async ({ redirectUri, state, byMessage }) => {
      const form = new URLSearchParams(await http.req.text());
      const user = demoUser(form.get("user"));
      const agreed = form.get("decision") === "agree";
      if (agreed && !user) return refusal(http, "Choose one of the demo users.");
      const answer: Record<string, string | null> =
        agreed && user
          ? { music_user_token: issueMusicUserToken(context, user.id), state }
          : { error: "access_denied", state };
      return byMessage
        ? http.html(messengerPage(answer, new URL(redirectUri).origin))
        : http.redirect(answerAddress(redirectUri, answer), 303);
    }),
  );
  return routes;
}
