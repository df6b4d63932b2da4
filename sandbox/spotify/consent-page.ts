import { consentForm, messagePage } from "../consent/pages";
import type { Authorization } from "./authorization";
import { scopesIn, scopeWords } from "./scopes";

/** Asks a demo user to grant an app its scopes. */
export const consentPage = ({ scope, redirectUri }: Authorization) =>
  consentForm({
    service: "Spotify",
    host: new URL(redirectUri).host,
    abilities: [
      "See your name and account id",
      ...scopesIn(scope).map((name) => scopeWords[name] ?? name),
    ],
  });

export const refusalPage = (message: string) =>
  messagePage("Spotify", "This sign-in cannot start", message);
