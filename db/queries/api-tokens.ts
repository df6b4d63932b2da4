import "server-only";
import { and, count, desc, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { apiTokens, users } from "@/db/schema";

const columns = {
  id: apiTokens.id,
  name: apiTokens.name,
  start: apiTokens.start,
  scopes: apiTokens.scopes,
  createdAt: apiTokens.createdAt,
  expiresAt: apiTokens.expiresAt,
  lastUsedAt: apiTokens.lastUsedAt,
};

type OfUser = { userId: string };

export async function insertApiToken(
  db: Db,
  row: OfUser & {
    name: string;
    tokenHash: string;
    start: string;
    scopes: string[];
    expiresAt: Date | null;
  },
) {
  const [made] = await db.insert(apiTokens).values(row).returning(columns);
  if (!made) throw new Error("a token was not stored");
  return made;
}

/** The newest first; expired ones as well. */
export async function listApiTokens(db: Db, { userId }: OfUser) {
  return db
    .select(columns)
    .from(apiTokens)
    .where(eq(apiTokens.userId, userId))
    .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id));
}

export async function countApiTokens(db: Db, { userId }: OfUser): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(apiTokens)
    .where(eq(apiTokens.userId, userId));
  return row?.count ?? 0;
}

/** Answers whether it was there. */
export async function deleteApiToken(
  db: Db,
  { userId, tokenId }: OfUser & { tokenId: string },
): Promise<boolean> {
  const gone = await db
    .delete(apiTokens)
    .where(and(eq(apiTokens.id, tokenId), eq(apiTokens.userId, userId)))
    .returning({ id: apiTokens.id });
  return gone.length > 0;
}

/** Whose token it is and what it may; null when it is not known or its time is over. */
export async function findApiToken(db: Db, { tokenHash }: { tokenHash: string }) {
  const [row] = await db
    .select({
      id: apiTokens.id,
      scopes: apiTokens.scopes,
      user: { id: users.id, role: users.role },
      isStale: sql<boolean>`
        coalesce(${apiTokens.lastUsedAt} < now() - interval '1 minute', true)`,
    })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(
      and(eq(apiTokens.tokenHash, tokenHash), sql`coalesce(${apiTokens.expiresAt} > now(), true)`),
    );
  return row ?? null;
}

export async function touchApiToken(db: Db, { tokenId }: { tokenId: string }) {
  await db.update(apiTokens).set({ lastUsedAt: sql`now()` }).where(eq(apiTokens.id, tokenId));
}
