import "server-only";
import type { Account } from "next-auth";
import type { Db } from "@/db/handle";
import { findConnection, upsertConnection } from "@/db/queries/connections";
import { restoreProfile } from "@/db/queries/erasures";
import { seal } from "@/lib/auth/seal";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { eraseConnection } from "./erase-connection";

const DEFAULT_LIFE_S = 3600;

type Granted = Pick<
  Account,
  "provider" | "providerAccountId" | "access_token" | "refresh_token" | "expires_at" | "scope"
>;

/** What is sealed opens only for this account. */
export const sealContext = (provider: string, accountId: string) => `${provider}:${accountId}`;

/** Keeps what an OAuth callback granted, for a first sign-in and for every later one. */
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
  const left = await findConnection(db, { userId, provider: account.provider });
  // what was given up a moment ago is erased before anything new is kept
  if (left?.status === "disconnected") {
    await eraseConnection(db, { connectionId: left.id, userId, provider: account.provider });
  }

  const context = sealContext(account.provider, account.providerAccountId);
  const expiresAtSeconds = account.expires_at ?? Math.floor(Date.now() / 1000) + DEFAULT_LIFE_S;
  const saved = await upsertConnection(db, {
    userId,
    provider: account.provider,
    accountId: account.providerAccountId,
    accessTokenSealed: seal(account.access_token, context, env.TOKEN_KEY),
    refreshTokenSealed: account.refresh_token
      ? seal(account.refresh_token, context, env.TOKEN_KEY)
      : null,
    accessTokenExpiresAt: new Date(expiresAtSeconds * 1000),
    scopes: account.scope?.split(" ").filter(Boolean) ?? [],
    profileId: profile?.profileId ?? null,
    displayName: profile?.displayName ?? null,
  });
  if (!saved) {
    throw new AppError("CONFLICT", "That Spotify account belongs to another Clouder user.");
  }
  await restoreProfile(db, { userId, name: profile?.displayName ?? null });
}
