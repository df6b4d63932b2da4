import "server-only";
import { z } from "zod";
import { env } from "@/lib/env";

const granted = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive(),
  refresh_token: z.string().min(1).optional(),
  scope: z.string().optional(),
});

const refused = z.object({ error: z.string(), error_description: z.string().optional() });

export type Refreshed =
  | {
      kind: "granted";
      accessToken: string;
      /** Absent most of the time: then the old one stays valid. */
      refreshToken: string | null;
      expiresInSeconds: number;
    }
  | { kind: "refused"; reason: string };

/**
 * `refused` means the person has to authorize again; anything temporary is thrown and may be retried.
 * Not governed: the caller holds a row lock and must not wait for a second connection meanwhile.
 */
export async function refreshAccessToken({
  refreshToken,
}: {
  refreshToken: string;
}): Promise<Refreshed> {
  const credentials = `${env.SPOTIFY_CLIENT_ID}:${env.SPOTIFY_CLIENT_SECRET}`;
  const response = await fetch(`${env.SPOTIFY_ACCOUNTS_URL}/api/token`, {
    method: "POST",
    headers: { Authorization: `Basic ${Buffer.from(credentials).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "refresh_token", refresh_token: refreshToken }),
    signal: AbortSignal.timeout(env.REQUEST_TIMEOUT_MS),
  });
  if (response.status === 400) {
    const body = refused.safeParse(await response.json());
    if (body.data?.error === "invalid_grant") {
      return { kind: "refused", reason: body.data.error_description ?? "access was withdrawn" };
    }
  }
  if (!response.ok) throw new Error(`Spotify's accounts service answered ${response.status}.`);
  const token = granted.parse(await response.json());
  return {
    kind: "granted",
    accessToken: token.access_token,
    refreshToken: token.refresh_token ?? null,
    expiresInSeconds: token.expires_in,
  };
}
