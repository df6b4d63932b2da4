import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { lockPlays, type Stretch, sumUpPeriods } from "./plays-sums";

type Own = { userId: string };

/** In whose days a person wants to be counted. */
export async function saveTimeZone(
  db: Db,
  { userId, timeZone }: Own & { timeZone: string },
): Promise<void> {
  await db.execute(sql`
    insert into history_settings (user_id, time_zone) values (${userId}::uuid, ${timeZone})
    on conflict (user_id) do update set time_zone = excluded.time_zone
  `);
}

/** In whose days a person is counted; null until it was said. */
export async function findTimeZone(db: Db, { userId }: Own): Promise<string | null> {
  const [row] = await db.execute<{ timeZone: string }>(sql`
    select time_zone as "timeZone" from history_settings where user_id = ${userId}::uuid
  `);
  return row?.timeZone ?? null;
}

/** The wish, which nobody changes, and for which nobody else counts, until the transaction ends. */
export async function lockTimeZone(db: Db, { userId }: Own): Promise<string | null> {
  const [row] = await db.execute<{ timeZone: string }>(sql`
    select time_zone as "timeZone" from history_settings where user_id = ${userId}::uuid for update
  `);
  return row?.timeZone ?? null;
}

/** The connections whose sums are not in the days that are wished for. */
const outdated = ({ userId }: Own) => sql`
  connections c
  join history_settings h on h.user_id = c.user_id
  join play_sums s on s.connection_id = c.id and s.time_zone <> h.time_zone
  left join play_recounts r on r.connection_id = c.id and r.time_zone = h.time_zone
  where c.user_id = ${userId}::uuid`;

/** How many plays are to be counted again. */
export async function countUncounted(db: Db, own: Own): Promise<number> {
  const [row] = await db.execute<{ plays: number }>(sql`
    select count(*)::int as plays
    from (select c.id, s.up_to, coalesce(r.up_to, 0) as after from ${outdated(own)}) o
    join user_recently_played p on p.connection_id = o.id and p.id > o.after and p.id <= o.up_to
  `);
  return row?.plays ?? 0;
}

type Behind = Stretch & { isNew: boolean };

/** Counts so many more plays again; answers how many they were. */
export async function recountPlays(db: Db, { userId, limit }: Own & { limit: number }) {
  const [behind] = await db.execute<Behind & { plays: number }>(sql`
    select o.*, page.last::float8 as "upTo", page.plays
    from (
      select c.id as "connectionId", h.time_zone as "timeZone", s.counting + 1 as counting,
        coalesce(r.up_to, 0)::float8 as after, r.connection_id is null as "isNew", s.up_to as ends
      from ${outdated({ userId })}
    ) o,
    lateral (
      select max(id) as last, count(*)::int as plays from (
        select p.id from user_recently_played p
        where p.connection_id = o."connectionId" and p.id > o.after::bigint and p.id <= o.ends
        order by p.id limit ${limit}
      ) next
    ) page
    where page.plays > 0 order by "connectionId" limit 1
  `);
  if (!behind) return 0;
  await countOn(db, behind);
  return behind.plays;
}

async function countOn(db: Db, behind: Behind): Promise<void> {
  const { connectionId, timeZone, counting, isNew, upTo } = behind;
  if (isNew) {
    for (const table of sumTables) {
      await db.execute(sql`
        delete from ${sql.identifier(table)}
        where connection_id = ${connectionId}::uuid and counting >= ${counting}::int
      `);
    }
  }
  await sumUpPeriods(db, behind);
  await db.execute(sql`
    insert into play_recounts (connection_id, time_zone, up_to)
    values (${connectionId}::uuid, ${timeZone}, ${upTo}::bigint)
    on conflict (connection_id) do update set
      time_zone = excluded.time_zone, up_to = excluded.up_to
  `);
}

const sumTables = ["play_days", "play_months", "play_years"] as const;

/**
 * From the end of the transaction on, a person's history is in the days they wish for, all of it at
 * once. False when it is so already.
 */
export async function showRecount(db: Db, { userId }: Own): Promise<boolean> {
  const connections = await db.execute<{ id: string }>(
    sql`select id from connections where user_id = ${userId}::uuid order by id`,
  );
  for (const { id } of connections) await lockPlays(db, { connectionId: id });
  // what was heard since the last look: nothing more comes now
  while ((await recountPlays(db, { userId, limit: 100_000 })) > 0);
  const shown = await db.execute(sql`
    update play_sums s set counting = s.counting + 1, time_zone = h.time_zone
    from connections c join history_settings h on h.user_id = c.user_id
    where c.id = s.connection_id and c.user_id = ${userId}::uuid and s.time_zone <> h.time_zone
    returning s.connection_id
  `);
  await db.execute(sql`
    delete from play_recounts r using connections c
    where c.id = r.connection_id and c.user_id = ${userId}::uuid
  `);
  return shown.length > 0;
}

/** Deletes so many sums that are not shown, when no counting is under way; answers how many they were. */
export async function clearRecounts(
  db: Db,
  { userId, limit }: Own & { limit: number },
): Promise<number> {
  for (const table of sumTables) {
    const [cleared] = await db.execute<{ rows: number }>(sql`
      with cleared as (
        delete from ${sql.identifier(table)} where ctid = any(array(
          select old.ctid from connections c join play_sums s on s.connection_id = c.id
          join ${sql.identifier(table)} old
            on old.connection_id = s.connection_id and old.counting <> s.counting
          where c.user_id = ${userId}::uuid limit ${limit}
        ))
        returning 1
      )
      select count(*)::int as rows from cleared
    `);
    if (cleared && cleared.rows > 0) return cleared.rows;
  }
  return 0;
}

/** People whose plays should be counted again and of which nothing was heard for so long. */
export async function listStillRecounts(
  db: Db,
  { minutes, limit }: { minutes: number; limit: number },
): Promise<Own[]> {
  const rows = await db.execute<Own>(sql`
    select subject_id as "userId" from jobs
    where kind = 'recount' and status in ('queued', 'running', 'waiting')
      and updated_at < now() - make_interval(mins => ${minutes}::int)
    order by updated_at limit ${limit}
  `);
  return [...rows];
}
