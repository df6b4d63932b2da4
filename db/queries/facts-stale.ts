import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";

type Own = { userId: string };

/** Nobody else gathers or labels a user's recordings until the transaction ends. */
export async function lockFacts(db: Db, { userId }: Own): Promise<void> {
  await db.execute(sql`select 1 from users where id = ${userId}::uuid for no key update`);
}

/** Whether the user is there, and then until the transaction ends. */
export async function holdUser(db: Db, { userId }: Own): Promise<boolean> {
  const held = await db.execute(sql`select 1 from users where id = ${userId}::uuid for key share`);
  return held.length > 0;
}

/** How many recordings are in line to be gathered. */
export async function countStale(db: Db, { userId }: Own): Promise<number> {
  const [row] = await db.execute<{ rows: number }>(
    sql`select count(*)::int as rows from stale_facts where user_id = ${userId}::uuid`,
  );
  return row?.rows ?? 0;
}

/** Takes recordings out of the line. Call it in the transaction that gathers them. */
export async function takeStale(
  db: Db,
  { userId, limit }: Own & { limit: number },
): Promise<string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    delete from stale_facts s
    using (
      select recording_key from stale_facts where user_id = ${userId}::uuid
      order by recording_key limit ${limit}::int for update skip locked
    ) next
    where s.user_id = ${userId}::uuid and s.recording_key = next.recording_key
    returning s.recording_key as key
  `);
  return rows.map(({ key }) => key);
}

/** Drops what is known of recordings that a user has nothing to do with any more. */
export async function deleteFacts(
  db: Db,
  { userId, recordingKeys }: Own & { recordingKeys: readonly string[] },
): Promise<void> {
  if (recordingKeys.length === 0) return;
  await db.execute(sql`
    delete from track_facts
    where user_id = ${userId}::uuid
      and recording_key = any(${sql.param([...recordingKeys])}::text[])
  `);
}

/** The keys of a user's recordings after one, in their order. */
export async function listFactKeys(
  db: Db,
  { userId, after, limit }: Own & { after: string; limit: number },
): Promise<string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select recording_key as key from track_facts
    where user_id = ${userId}::uuid and recording_key > ${after}
    order by recording_key limit ${limit}::int
  `);
  return rows.map(({ key }) => key);
}

/** How many recordings there are facts of. */
export async function countFacts(db: Db, { userId }: Own): Promise<number> {
  const [row] = await db.execute<{ rows: number }>(
    sql`select count(*)::int as rows from track_facts where user_id = ${userId}::uuid`,
  );
  return row?.rows ?? 0;
}

/** Users whose facts nobody gathered for long, or began to and stood still. */
export async function listOutdated(
  db: Db,
  { hours, minutes, limit }: { hours: number; minutes: number; limit: number },
): Promise<Own[]> {
  const rows = await db.execute<Own>(sql`
    select u.id as "userId" from users u
    left join fact_refreshes f on f.user_id = u.id
    where (
        exists (select from connections c where c.user_id = u.id)
        or exists (select from curation_periods p where p.user_id = u.id)
      ) and (
        f.user_id is null
        or f.marked_at < now() - make_interval(hours => ${hours}::int)
        or (f.marked_at < now() - make_interval(mins => ${minutes}::int)
          and exists (select from stale_facts s where s.user_id = u.id))
      )
    order by f.marked_at nulls first, u.id limit ${limit}::int
  `);
  return [...rows];
}
