import "server-only";
import type { Db } from "@/db/handle";
import { findConnection, upsertConnection } from "@/db/queries/connections";
import { seal } from "@/lib/auth/seal";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { eraseConnection } from "./erase-connection";
import { type PersonalProvider, providerName } from "./provider";

/** What is sealed opens only for this account. */
export const sealContext = (provider: string, accountId: string) => `${provider}:${accountId}`;

type Granted = {
  userId: string;
  provider: PersonalProvider;
  accountId: string;
  accessToken: string;
  accessTokenExpiresAt: Date;
  /** Null where consent has to be given anew once the access token ends. */
  refreshToken: string | null;
  scopes: string[];
  profileId: string | null;
  displayName: string | null;
};

/** Keeps what a provider granted, its tokens sealed, for a first time and for every later one. */
export async function keepConnection(
  db: Db,
  { accessToken, refreshToken, ...granted }: Granted,
): Promise<void> {
  const { userId, provider, accountId } = granted;
  const left = await findConnection(db, { userId, provider });
  // what was given up a moment ago is erased before anything new is kept
  if (left?.status === "disconnected") {
    await eraseConnection(db, { connectionId: left.id, userId, provider });
  }
  const context = sealContext(provider, accountId);
  const saved = await upsertConnection(db, {
    ...granted,
    accessTokenSealed: seal(accessToken, context, env.TOKEN_KEY),
    refreshTokenSealed: refreshToken ? seal(refreshToken, context, env.TOKEN_KEY) : null,
  });
  if (!saved) {
    const name = providerName(provider);
    throw new AppError("CONFLICT", `That ${name} account belongs to another Clouder user.`);
  }
}
