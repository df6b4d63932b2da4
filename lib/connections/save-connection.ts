import "server-only";
import type { Account } from "next-auth";
import type { Db } from "@/db/handle";
import { restoreProfile } from "@/db/queries/erasures";
import { AppError } from "@/lib/errors";
import { keepConnection } from "./keep-connection";

const DEFAULT_LIFE_S = 3600;

type Granted = Pick<
  Account,
  "provider" | "providerAccountId" | "access_token" | "refresh_token" | "expires_at" | "scope"
>;

/** Keeps what signing in with Spotify granted, the first time and every later one. */
export async function saveConnection(
  db: Db,
  args: {
    userId: string;
    account: Granted;
    profile?: { profileId: string | null; displayName: string | null };
  },
) {
  const { userId, account, profile } = args;
  if (account.provider !== "spotify" || !account.access_token) {
    throw new AppError("INVALID", "Spotify granted no access. Try again.");
  }
  const expiresAtSeconds = account.expires_at ?? Math.floor(Date.now() / 1000) + DEFAULT_LIFE_S;
  await keepConnection(db, {
    userId,
    provider: account.provider,
    accountId: account.providerAccountId,
    accessToken: account.access_token,
    accessTokenExpiresAt: new Date(expiresAtSeconds * 1000),
    refreshToken: account.refresh_token ?? null,
    scopes: account.scope?.split(" ").filter(Boolean) ?? [],
    profileId: profile?.profileId ?? null,
    displayName: profile?.displayName ?? null,
  });
  await restoreProfile(db, { userId, name: profile?.displayName ?? null });
}
