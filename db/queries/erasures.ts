import "server-only";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { erasures } from "@/db/schema/erasures";
import { playImports } from "@/db/schema/history";
import { connections, users } from "@/db/schema/identity";
import { mirrors } from "@/db/schema/mirrors";
import type { TableCount } from "@/lib/account/erasure";
import type { Provider } from "@/lib/connections/provider";

type OwnConnection = { connectionId: string; userId: string };

const ofConnection = ({ connectionId, userId }: OwnConnection) =>
  and(eq(connections.id, connectionId), eq(connections.userId, userId));

/** Nobody can act for the user at the provider from here on. */
export async function dropTokens(db: Db, connection: OwnConnection) {
  await db
    .update(connections)
    .set({
      accessTokenSealed: null,
      refreshTokenSealed: null,
      accessTokenExpiresAt: null,
      status: "disconnected",
      statusReason: null,
      updatedAt: sql`now()`,
    })
    .where(ofConnection(connection));
}

/** A user's connections; nothing can be added to them until the transaction ends. */
export function lockConnections(db: Db, { userId }: { userId: string }) {
  return db
    .select({ connectionId: connections.id, provider: connections.provider })
    .from(connections)
    .where(eq(connections.userId, userId))
    .orderBy(connections.id)
    .for("update");
}

/** Imports of a user's that may have files on disk; of one connection, or of all. */
export async function listImportIds(
  db: Db,
  { userId, connectionId }: { userId: string; connectionId?: string },
): Promise<string[]> {
  const rows = await db
    .select({ id: playImports.id })
    .from(playImports)
    .where(
      and(
        eq(playImports.userId, userId),
        connectionId ? eq(playImports.connectionId, connectionId) : undefined,
      ),
    );
  return rows.map(({ id }) => id);
}

/** Connections that were given up and still have their rows. */
export async function listDisconnected(db: Db, { limit }: { limit: number }) {
  return db
    .select({
      connectionId: connections.id,
      userId: connections.userId,
      provider: connections.provider,
    })
    .from(connections)
    .where(eq(connections.status, "disconnected"))
    .orderBy(connections.updatedAt)
    .limit(limit);
}

/** Nothing can be added to the connection until the transaction ends; null unless it was given up. */
export async function lockDisconnected(db: Db, connection: OwnConnection) {
  const [row] = await db
    .select({ provider: connections.provider, accountId: connections.accountId })
    .from(connections)
    .where(and(ofConnection(connection), eq(connections.status, "disconnected")))
    .for("update");
  return row ?? null;
}

/** Every list of the user's is as if it had never had a playlist: connecting again makes new ones. */
export async function forgetPlaylists(db: Db, { userId }: { userId: string }) {
  await db
    .update(mirrors)
    .set({
      spotifyPlaylistId: null,
      spotifyUrl: null,
      mirroredName: null,
      creationStartedAt: null,
      mirroredVersion: 0,
      handMadeChanges: 0,
      refusedUris: [],
      problem: null,
      waitingUntil: null,
      mirroredAt: null,
      status: "pending",
      updatedAt: sql`now()`,
    })
    .where(eq(mirrors.userId, userId));
}

/** Name and picture came from the provider; the key is all that tells who they are. */
export async function forgetProfile(
  db: Db,
  { userId, returnKey }: { userId: string; returnKey: string },
) {
  await db.update(users).set({ name: null, image: null, returnKey }).where(eq(users.id, userId));
}

/** A user who is back is known by their connection, and has a name again. */
export async function restoreProfile(
  db: Db,
  { userId, name }: { userId: string; name: string | null },
) {
  await db
    .update(users)
    .set({ returnKey: null, name: sql`coalesce(${users.name}, ${name})` })
    .where(eq(users.id, userId));
}

export async function findUserByReturnKey(db: Db, { returnKey }: { returnKey: string }) {
  const [row] = await db
    .select({ id: users.id, name: users.name, image: users.image, role: users.role })
    .from(users)
    .where(eq(users.returnKey, returnKey));
  return row ?? null;
}

export async function insertErasure(
  db: Db,
  args: { userId: string; scope: "connection"; provider: Provider } | { scope: "account" },
): Promise<string> {
  const [row] = await db.insert(erasures).values(args).returning({ id: erasures.id });
  if (!row) throw new Error("insert returned no row");
  return row.id;
}

export async function finishErasure(
  db: Db,
  { erasureId, counts }: { erasureId: string; counts: TableCount[] },
) {
  await db
    .update(erasures)
    .set({ counts, finishedAt: sql`now()` })
    .where(eq(erasures.id, erasureId));
}

/** The request that a connection's erasure fulfils. */
export async function findOpenErasure(
  db: Db,
  { userId, provider }: { userId: string; provider: Provider },
) {
  const [row] = await db
    .select({ id: erasures.id })
    .from(erasures)
    .where(
      and(
        eq(erasures.userId, userId),
        eq(erasures.provider, provider),
        isNull(erasures.finishedAt),
      ),
    )
    .limit(1);
  return row?.id ?? null;
}

const columns = {
  id: erasures.id,
  scope: erasures.scope,
  provider: erasures.provider,
  requestedAt: erasures.requestedAt,
  finishedAt: erasures.finishedAt,
  counts: erasures.counts,
};

/** A record by its id, which nobody can guess: it names nobody. */
export async function findErasure(db: Db, { erasureId }: { erasureId: string }) {
  const [row] = await db.select(columns).from(erasures).where(eq(erasures.id, erasureId));
  return row ?? null;
}

/** What a user had erased, the newest first. */
export async function listErasures(db: Db, { userId, limit }: { userId: string; limit: number }) {
  return db
    .select(columns)
    .from(erasures)
    .where(eq(erasures.userId, userId))
    .orderBy(desc(erasures.requestedAt))
    .limit(limit);
}
