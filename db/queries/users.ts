import "server-only";
import { eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { sessions, users } from "@/db/schema/identity";

const FIRST_USER_LOCK = 727_002;

const columns = { id: users.id, name: users.name, image: users.image, role: users.role };

/** Who comes or goes waits for the others who do, until the transaction ends. */
export const lockUsers = (db: Db) =>
  db.execute(sql`select pg_advisory_xact_lock(${FIRST_USER_LOCK})`);

/** Without an owner left, the user who has been here longest becomes the owner. */
export async function passOnOwnership(db: Db) {
  await db.execute(sql`
    update users set role = 'owner'
    where id = (select id from users order by created_at, id limit 1)
      and not exists (select 1 from users where role = 'owner')
  `);
}

/** The first to sign in is the owner; the lock decides between two who arrive together. */
export async function insertUser(db: Db, args: { name: string | null; image: string | null }) {
  return db.transaction(async (tx) => {
    await lockUsers(tx);
    const [anybody] = await tx.select({ id: users.id }).from(users).limit(1);
    const [row] = await tx
      .insert(users)
      .values({ ...args, role: anybody ? "member" : "owner" })
      .returning(columns);
    if (!row) throw new Error("insert returned no row");
    return row;
  });
}

export async function findUser(db: Db, { id }: { id: string }) {
  const [row] = await db.select(columns).from(users).where(eq(users.id, id));
  return row ?? null;
}

export async function updateUser(
  db: Db,
  { id, ...changes }: { id: string; name: string | null; image: string | null },
) {
  const [row] = await db.update(users).set(changes).where(eq(users.id, id)).returning(columns);
  return row ?? null;
}

export async function insertSession(
  db: Db,
  args: { tokenHash: string; userId: string; expires: Date },
) {
  await db.insert(sessions).values(args);
}

export async function findSession(db: Db, { tokenHash }: { tokenHash: string }) {
  const [row] = await db
    .select({ expires: sessions.expires, user: columns })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.tokenHash, tokenHash));
  return row ?? null;
}

export async function extendSession(db: Db, args: { tokenHash: string; expires: Date }) {
  const [row] = await db
    .update(sessions)
    .set({ expires: args.expires })
    .where(eq(sessions.tokenHash, args.tokenHash))
    .returning({ userId: sessions.userId, expires: sessions.expires });
  return row ?? null;
}

export async function deleteSession(db: Db, { tokenHash }: { tokenHash: string }) {
  await db.delete(sessions).where(eq(sessions.tokenHash, tokenHash));
}
