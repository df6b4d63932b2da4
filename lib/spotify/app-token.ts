import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";
import { governedFetch } from "@/lib/traffic/governed-fetch";
import { heldToken } from "@/lib/traffic/held-token";

const answer = z
  .object({ access_token: z.string().min(1), expires_in: z.number() })
  .transform(({ access_token, expires_in }) => ({
    token: access_token,
    refreshToken: null,
    expiresInSeconds: expires_in,
  }));

/** Runs a call that concerns no user with the app's own token. */
export const withAppToken = heldToken(() => {
  const credentials = `${env.SPOTIFY_CLIENT_ID}:${env.SPOTIFY_CLIENT_SECRET}`;
  return governedFetch(
    {
      provider: "spotify",
      group: "accounts",
      lane: "background",
      url: new URL(`${env.SPOTIFY_ACCOUNTS_URL}/api/token`),
      method: "POST",
      headers: {
        authorization: `Basic ${Buffer.from(credentials).toString("base64")}`,
        "content-type": "application/x-www-form-urlencoded",
      },
      body: new URLSearchParams({ grant_type: "client_credentials" }).toString(),
      repeatable: true,
    },
    answer,
  );
});
