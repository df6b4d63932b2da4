import "server-only";
import type { Db } from "@/db/handle";
import { lockConnection, markNeedsReconnect, storeRefreshedTokens } from "@/db/queries/connections";
import { seal, unseal } from "@/lib/auth/seal";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { refreshAccessToken } from "@/lib/spotify/refresh-token";
import { sealContext } from "./keep-connection";
import { type Provider, providerName } from "./provider";

/** A token that ends sooner is refreshed: a request under way must not outlive it. */
const MARGIN_MS = 60_000;

type Outcome = { kind: "token"; token: string } | { kind: "reconnect"; message: string };

const reconnect = (message: string): Outcome => ({ kind: "reconnect", message });

/**
 * A live access token of the user's connection. The row lock makes the refresh single-flight
 * over all processes. `rejected` is a token the service has just answered 401 to.
 */
export async function accessTokenFor(
  db: Db,
  args: { userId: string; provider: Provider; rejected?: string; now?: Date },
): Promise<{ token: string }> {
  const outcome = await db.transaction((tx) => readOrRefresh(tx, args));
  if (outcome.kind === "reconnect") throw new AppError("RECONNECT", outcome.message);
  return { token: outcome.token };
}

async function readOrRefresh(
  tx: Db,
  {
    userId,
    provider,
    rejected,
    now = new Date(),
  }: { userId: string; provider: Provider; rejected?: string; now?: Date },
): Promise<Outcome> {
  const connection = await lockConnection(tx, { userId, provider });
  const name = providerName(provider);
  if (!connection?.accessTokenSealed) return reconnect(`Connect ${name} to go on.`);
  if (connection.status !== "active") return reconnect(`${name} is disconnected. Reconnect it.`);

  const context = sealContext(provider, connection.accountId);
  const token = unseal(connection.accessTokenSealed, context, env.TOKEN_KEY);
  const expiresAt = connection.accessTokenExpiresAt?.getTime() ?? 0;
  if (token !== rejected && expiresAt - MARGIN_MS > now.getTime()) return { kind: "token", token };

  const own = { id: connection.id, userId, provider };
  if (!connection.refreshTokenSealed) {
    const reason = token === rejected ? "access was withdrawn" : "the consent has ended";
    return giveUp(tx, { ...own, reason });
  }
  const refreshed = await refreshAccessToken({
    refreshToken: unseal(connection.refreshTokenSealed, context, env.TOKEN_KEY),
  });
  if (refreshed.kind === "refused") {
    return giveUp(tx, { ...own, reason: refreshed.reason });
  }
  await storeRefreshedTokens(tx, {
    id: connection.id,
    userId,
    accessTokenSealed: seal(refreshed.accessToken, context, env.TOKEN_KEY),
    refreshTokenSealed: refreshed.refreshToken
      ? seal(refreshed.refreshToken, context, env.TOKEN_KEY)
      : connection.refreshTokenSealed,
    accessTokenExpiresAt: new Date(now.getTime() + refreshed.expiresInSeconds * 1000),
  });
  return { kind: "token", token: refreshed.accessToken };
}

async function giveUp(
  tx: Db,
  { provider, ...args }: { id: string; userId: string; provider: Provider; reason: string },
) {
  await markNeedsReconnect(tx, args);
  return reconnect(`${providerName(provider)} withdrew Clouder's access. Reconnect it.`);
}
