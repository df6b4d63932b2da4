import { isAllowedRedirect } from "./redirect-uri";
import { scopesIn, scopeWords } from "./scopes";

/** A request to `/authorize` that may be shown to the user. */
export interface Authorization {
  clientId: string;
  redirectUri: string;
  scope: string;
  state: string | null;
  codeChallenge: string | null;
}

export type Reading =
  | { kind: "ask"; authorization: Authorization }
  /** Told to the app, at its own address. */
  | { kind: "return"; redirectUri: string; error: string; state: string | null }
  /** Told to the person: the app's address cannot be trusted. */
  | { kind: "refuse"; message: string };

export function readAuthorization(params: URLSearchParams, clientId: string): Reading {
  const refuse = (message: string): Reading => ({ kind: "refuse", message });
  if (!params.get("client_id")) return refuse("client_id: Missing required parameter");
  if (params.get("client_id") !== clientId) return refuse("INVALID_CLIENT: Invalid client");
  const redirectUri = params.get("redirect_uri");
  if (!redirectUri) return refuse("redirect_uri: Missing required parameter");
  if (!isAllowedRedirect(redirectUri)) {
    return refuse(
      /^http:\/\/localhost\b/.test(redirectUri)
        ? "redirect_uri: Insecure. Use http://127.0.0.1 instead of localhost."
        : "redirect_uri: Insecure or not valid. Use https, or http with 127.0.0.1 or [::1].",
    );
  }

  const state = params.get("state");
  const back = (error: string): Reading => ({ kind: "return", redirectUri, error, state });
  if (params.get("response_type") !== "code") return back("unsupported_response_type");

  const scope = params.get("scope") ?? "";
  if (scopesIn(scope).some((name) => !(name in scopeWords))) return back("invalid_scope");

  const codeChallenge = params.get("code_challenge");
  const method = params.get("code_challenge_method");
  const proper = codeChallenge !== null && /^[\w-]{43}$/.test(codeChallenge);
  if (codeChallenge !== null || method !== null) {
    if (method !== "S256" || !proper) return back("invalid_request");
  }
  return {
    kind: "ask",
    authorization: {
      clientId,
      redirectUri,
      scope: scopesIn(scope).join(" "),
      state,
      codeChallenge,
    },
  };
}

/** The app's own address with the answer in its query. */
export function answerAddress(redirectUri: string, answer: Record<string, string | null>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) {
    if (value !== null) url.searchParams.set(name, value);
  }
  return url.href;
}
