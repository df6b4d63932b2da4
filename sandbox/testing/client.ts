import { createHash } from "node:crypto";
import { z } from "zod";
import { type SandboxOptions, startSandbox } from "../server";
import { beatportPage, searchAnswer } from "./answers";

/** Saturday of 2026-W47, noon. */
export const NOW = new Date("2026-11-21T12:00:00Z");
export const REDIRECT_URI = "http://127.0.0.1:3000/api/auth/callback/spotify";
export const ALL_SCOPES =
  "playlist-read-private playlist-modify-public playlist-modify-private user-library-read user-library-modify user-read-private";
export const BASIC = `Basic ${Buffer.from("clouder-demo:clouder-demo-secret").toString("base64")}`;
const VERIFIER = "a-verifier-that-is-long-enough-for-the-rule-of-43";

const challengeOf = (verifier: string) => createHash("sha256").update(verifier).digest("base64url");

export type Client = Awaited<ReturnType<typeof startClient>>;

const token = z.looseObject({ access_token: z.string(), refresh_token: z.string().optional() });

/** A sandbox on a free port, and the calls the tests make. */
export async function startClient(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ now: () => NOW, ...options });
  const { url } = sandbox;

  const form = (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ) => fetch(`${url}${path}`, { method: "POST", body: new URLSearchParams(fields), headers });

  const authorizeUrl = (changes: Record<string, string> = {}) => {
    const params = new URLSearchParams({
      client_id: "clouder-demo",
      response_type: "code",
      redirect_uri: REDIRECT_URI,
      scope: ALL_SCOPES,
      state: "state-1",
      code_challenge_method: "S256",
      code_challenge: challengeOf(VERIFIER),
      ...changes,
    });
    return `${url}/spotify/accounts/authorize?${params}`;
  };

  /** What the consent page sends back to the app when a demo user decides. */
  const consent = async (
    decision: "agree" | "cancel" = "agree",
    changes: Record<string, string> = {},
    user = "mira.okafor",
  ) => {
    const response = await fetch(authorizeUrl(changes), {
      method: "POST",
      body: new URLSearchParams({ user, decision }),
      redirect: "manual",
    });
    return new URL(response.headers.get("location") ?? "http://nowhere.invalid");
  };

  const exchange = (code: string, changes: Record<string, string> = {}) =>
    form(
      "/spotify/accounts/api/token",
      {
        grant_type: "authorization_code",
        code,
        redirect_uri: REDIRECT_URI,
        code_verifier: VERIFIER,
        ...changes,
      },
      { authorization: BASIC },
    );

  const signIn = async (user = "mira.okafor", scope = ALL_SCOPES) => {
    const back = await consent("agree", { scope }, user);
    const answer = await exchange(back.searchParams.get("code") ?? "");
    return token.parse(await answer.json());
  };

  const api =
    (bearer: string) =>
    (path: string, init: { method?: string; json?: unknown } = {}) =>
      fetch(`${url}/spotify/v1${path}`, {
        method: init.method ?? "GET",
        headers: { authorization: `Bearer ${bearer}` },
        body: init.json === undefined ? undefined : JSON.stringify(init.json),
      });

  const appToken = async () => {
    const answer = await form(
      "/spotify/accounts/api/token",
      { grant_type: "client_credentials" },
      { authorization: BASIC },
    );
    return token.parse(await answer.json()).access_token;
  };

  const beatport = async () => {
    const answer = await form("/beatport/v4/auth/o/token/", {
      grant_type: "client_credentials",
      client_id: "clouder-demo",
      client_secret: "clouder-demo-secret",
    });
    const bearer = token.parse(await answer.json()).access_token;
    return (path: string) =>
      fetch(`${url}/beatport/v4${path}`, { headers: { authorization: `Bearer ${bearer}` } });
  };

  return {
    url,
    close: sandbox.close,
    form,
    authorizeUrl,
    consent,
    exchange,
    signIn,
    spotify: async (user?: string, scope?: string) => api((await signIn(user, scope)).access_token),
    spotifyWith: api,

    appToken,
    beatport,

    /** Tracks of this week that are on Spotify, each once. */
    trackUris: async () => {
      const week = await (await beatport())(
        "/catalog/tracks/?genre_id=6&publish_date=2026-11-13&per_page=30",
      );
      const search = api(await appToken());
      const found = await Promise.all(
        beatportPage.parse(await week.json()).results.map(async ({ isrc }) => {
          const answer = await search(`/search?type=track&q=isrc:${isrc}`);
          return searchAnswer.parse(await answer.json()).tracks.items.map(({ uri }) => uri);
        }),
      );
      return [...new Set(found.flat())];
    },

    control: (path: string, json?: unknown, method = json === undefined ? "GET" : "POST") =>
      fetch(`${url}/__sandbox${path}`, {
        method,
        body: json === undefined ? undefined : JSON.stringify(json),
      }),
  };
}
