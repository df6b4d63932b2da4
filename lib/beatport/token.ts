import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { governedFetch } from "@/lib/traffic/governed-fetch";
import { type Grant, heldToken } from "@/lib/traffic/held-token";
import { ProviderError } from "@/lib/traffic/provider-error";
import { readJson } from "@/lib/traffic/read-json";

/** A pasted token says nothing of its life; a 401 tells. */
const UNKNOWN_LIFE_S = 36_000;

const grant = z
  .object({
    access_token: z.string().min(1),
    refresh_token: z.string().nullish(),
    expires_in: z.number().nullish(),
  })
  .transform(
    (answer): Grant => ({
      token: answer.access_token,
      refreshToken: answer.refresh_token ?? null,
      expiresInSeconds: answer.expires_in ?? UNKNOWN_LIFE_S,
    }),
  );

/** Runs a call with the operator's Beatport token, from whichever credentials are configured. */
export const withBeatportToken = heldToken(async (last) => {
  if (last?.refreshToken && env.BEATPORT_CLIENT_ID) {
    const refreshed = await refresh(last.refreshToken);
    if (refreshed) return refreshed;
  }
  if (env.BEATPORT_CLIENT_ID && env.BEATPORT_CLIENT_SECRET) return askToken(firstGrant());
  if (!last && env.BEATPORT_TOKEN) return pastedGrant(env.BEATPORT_TOKEN);
  throw unauthorized(
    env.BEATPORT_TOKEN
      ? "Beatport no longer accepts the token in BEATPORT_TOKEN. Paste a new one."
      : "Beatport is not connected: set BEATPORT_TOKEN, or BEATPORT_CLIENT_ID and BEATPORT_CLIENT_SECRET.",
  );
});

/** A bare token, or the whole JSON of a token answer, which also tells its life and how to renew it. */
function pastedGrant(text: string): Grant {
  const bare = { token: text.trim(), refreshToken: null, expiresInSeconds: UNKNOWN_LIFE_S };
  return grant.safeParse(readJson(text)).data ?? bare;
}

function firstGrant(): Record<string, string> {
  return env.BEATPORT_USERNAME && env.BEATPORT_PASSWORD
    ? {
        grant_type: "password",
        username: env.BEATPORT_USERNAME,
        password: env.BEATPORT_PASSWORD,
      }
    : { grant_type: "client_credentials" };
}

/** Null when the refresh token is spent: the first grant has to be asked again. */
async function refresh(refreshToken: string): Promise<Grant | null> {
  try {
    return await askToken({ grant_type: "refresh_token", refresh_token: refreshToken });
  } catch (error) {
    if (error instanceof ProviderError && !error.transient) return null;
    throw error;
  }
}

function askToken(form: Record<string, string>): Promise<Grant> {
  const body = new URLSearchParams({ ...form, client_id: env.BEATPORT_CLIENT_ID ?? "" });
  if (env.BEATPORT_CLIENT_SECRET) body.set("client_secret", env.BEATPORT_CLIENT_SECRET);
  return governedFetch(
    {
      provider: "beatport",
      group: "auth",
      lane: "interactive",
      url: new URL(`${env.BEATPORT_API_URL}/auth/o/token/`),
      method: "POST",
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: body.toString(),
      // a refresh token works once: sent again after a lost answer it would be refused
      repeatable: form.grant_type !== "refresh_token",
    },
    grant,
  );
}

const unauthorized = (message: string) =>
  new ProviderError({
    provider: "beatport",
    group: "auth",
    kind: "unauthorized",
    status: null,
    message,
  });
