import "server-only";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { heldToken } from "@/lib/traffic/held-token";
import { type DeveloperKey, readDeveloperKey, signDeveloperToken } from "./developer-token";

const TOKEN_LIFE_S = 180 * 86_400;
/** Long enough to agree in, short enough to be of no use to whoever finds it in a page. */
const PAGE_TOKEN_LIFE_S = 3600;

const key = readDeveloperKey({
  teamId: env.APPLE_TEAM_ID,
  keyId: env.APPLE_KEY_ID,
  privateKey: env.APPLE_PRIVATE_KEY,
});

function neededKey(): DeveloperKey {
  if (!key) throw new AppError("INVALID", "Apple Music is not set up here.");
  return key;
}

/** How a person connects: by a page that comes back, through MusicKit in the browser, or not at all. */
export const appleWay: "redirect" | "musickit" | "none" =
  key === null ? "none" : env.APPLE_AUTHORIZE_URL ? "redirect" : "musickit";

const appToken = () =>
  signDeveloperToken(neededKey(), { now: new Date(), lifeSeconds: TOKEN_LIFE_S });

/** Runs a call with the developer token; one is made anew when it was refused or is near its end. */
export const withDeveloperToken = heldToken(async () => ({
  token: appToken(),
  refreshToken: null,
  expiresInSeconds: TOKEN_LIFE_S,
}));

/** A developer token that a browser may see: it ends soon, and counts on Clouder's own pages only. */
export const pageToken = (): string =>
  signDeveloperToken(neededKey(), {
    now: new Date(),
    lifeSeconds: PAGE_TOKEN_LIFE_S,
    origin: new URL(env.APP_URL).origin,
  });

/** Where a person agrees, and what takes them back. */
export function authorizeAddress({ state }: { state: string }): string {
  const address = new URL(env.APPLE_AUTHORIZE_URL ?? "");
  address.searchParams.set("developer_token", appToken());
  address.searchParams.set("redirect_uri", `${env.APP_URL}/api/connections/apple`);
  address.searchParams.set("state", state);
  return address.href;
}
