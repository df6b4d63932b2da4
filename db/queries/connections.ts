import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { connections, users } from "@/db/schema/identity";
import type { Provider } from "@/lib/connections/provider";

type Account = { provider: Provider; accountId: string };
type SealedTokens = {
  accessTokenSealed: string;
  refreshTokenSealed: string | null;
  accessTokenExpiresAt: Date;
};

export async function findUserOfAccount(db: Db, { provider, accountId }: Account) {
  const [row] = await db
    .select({ id: users.id, name: users.name, image: users.image, role: users.role })
    .from(connections)
    .innerJoin(users, eq(users.id, connections.userId))
    .where(and(eq(connections.provider, provider), eq(connections.accountId, accountId)));
  return row ?? null;
}

/** A new authorization: its tokens replace the old ones and the six months start again. */
export async function upsertConnection(
  db: Db,
  args: Account &
    SealedTokens & {
      userId: string;
      profileId: string | null;
      displayName: string | null;
      scopes: string[];
    },
) {
  const { userId, provider, accountId, ...granted } = args;
  const fresh = {
    ...granted,
    status: "active" as const,
    statusReason: null,
    authorizedAt: sql`now()`,
    updatedAt: sql`now()`,
  };
  const [row] = await db
    .insert(connections)
    .values({ userId, provider, accountId, ...fresh })
    .onConflictDoUpdate({
      target: [connections.provider, connections.accountId],
      set: fresh,
      setWhere: eq(connections.userId, userId),
    })
    .returning({ id: connections.id });
  return row ?? null;
}

export async function findConnection(
  db: Db,
  { userId, provider }: { userId: string; provider: Provider },
) {
  const [row] = await db
    .select({
      id: connections.id,
      provider: connections.provider,
      displayName: connections.displayName,
      profileId: connections.profileId,
      scopes: connections.scopes,
      status: connections.status,
      statusReason: connections.statusReason,
      authorizedAt: connections.authorizedAt,
    })
    .from(connections)
    .where(and(eq(connections.userId, userId), eq(connections.provider, provider)));
  return row ?? null;
}

/** Call in a transaction: the row stays locked, so a second caller sees the first one's refresh. */
export async function lockConnection(
  db: Db,
  { userId, provider }: { userId: string; provider: Provider },
) {
  const [row] = await db
    .select({
      id: connections.id,
      accountId: connections.accountId,
      status: connections.status,
      accessTokenSealed: connections.accessTokenSealed,
      refreshTokenSealed: connections.refreshTokenSealed,
      accessTokenExpiresAt: connections.accessTokenExpiresAt,
    })
    .from(connections)
    .where(and(eq(connections.userId, userId), eq(connections.provider, provider)))
    .for("update");
  return row ?? null;
}

export async function storeRefreshedTokens(
  db: Db,
  { id, userId, ...tokens }: SealedTokens & { id: string; userId: string; scopes?: string[] },
) {
  await db
    .update(connections)
    .set({ ...tokens, refreshCount: sql`${connections.refreshCount} + 1`, updatedAt: sql`now()` })
    .where(and(eq(connections.id, id), eq(connections.userId, userId)));
}

export async function markNeedsReconnect(
  db: Db,
  args: { id: string; userId: string; reason: string },
) {
  await db
    .update(connections)
    .set({ status: "needs_reconnect", statusReason: args.reason, updatedAt: sql`now()` })
    .where(and(eq(connections.id, args.id), eq(connections.userId, args.userId)));
}
