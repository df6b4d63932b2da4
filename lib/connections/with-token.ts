import "server-only";
import type { Db } from "@/db/handle";
import { ProviderError } from "@/lib/traffic/provider-error";
import { accessTokenFor } from "./access-token";

/** Acts for a user on Spotify; a token that Spotify refuses is refreshed once, and the work repeated. */
export async function withToken<T>(
  db: Db,
  userId: string,
  work: (token: string) => Promise<T>,
): Promise<T> {
  const owner = { userId, provider: "spotify" } as const;
  const { token } = await accessTokenFor(db, owner);
  return work(token).catch(async (error) => {
    if (!(error instanceof ProviderError) || error.kind !== "unauthorized") throw error;
    const fresh = await accessTokenFor(db, { ...owner, rejected: token });
    return work(fresh.token);
  });
}
