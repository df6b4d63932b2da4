import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { countedPlays, subjectKeys } from "./plays-counted";

/** Nobody else adds plays to a connection until the transaction ends. */
export async function lockPlays(db: Db, { connectionId }: { connectionId: string }): Promise<void> {
  await db.execute(
    sql`select 1 from connections where id = ${connectionId}::uuid for no key update`,
  );
}

/**
 * Adds the plays that are not in a connection's sums yet. Call it in the transaction that stored
 * them; when the person's time zone is another than the sums', they are made again.
 */
export async function addToSums(db: Db, { connectionId }: { connectionId: string }): Promise<void> {
  await lockPlays(db, { connectionId });
  const [state] = await db.execute<{ wanted: string; current: string | null; up_to: number }>(sql`
    select coalesce(h.time_zone, 'UTC') as wanted, s.time_zone as current,
      coalesce(s.up_to, 0)::float8 as up_to
    from connections c
    left join history_settings h on h.user_id = c.user_id
    left join play_sums s on s.connection_id = c.id
    where c.id = ${connectionId}::uuid
  `);
  if (!state) return;
  const { wanted: timeZone, current, up_to } = state;
  const isOther = current !== null && current !== timeZone;
  if (isOther) await eraseSums(db, { connectionId });
  await sumUp(db, { connectionId, timeZone, after: isOther ? 0 : up_to });
}

/** Makes a connection's sums again from its plays. */
export async function rebuildSums(db: Db, of: { connectionId: string }): Promise<void> {
  await lockPlays(db, of);
  await eraseSums(db, of);
  await addToSums(db, of);
}

async function eraseSums(db: Db, { connectionId }: { connectionId: string }): Promise<void> {
  await db.execute(sql`delete from play_months where connection_id = ${connectionId}::uuid`);
  await db.execute(sql`delete from play_subjects where connection_id = ${connectionId}::uuid`);
  await db.execute(sql`delete from play_hours where connection_id = ${connectionId}::uuid`);
  await db.execute(sql`delete from play_sums where connection_id = ${connectionId}::uuid`);
}

async function sumUp(
  db: Db,
  { connectionId, timeZone, after }: { connectionId: string; timeZone: string; after: number },
): Promise<void> {
  await db.execute(sql`
    with fresh as materialized (
      select counted.*, played_at at time zone ${timeZone} as local from (${countedPlays(
        sql`p.connection_id = ${connectionId}::uuid and p.id > ${after}::bigint`,
      )}) counted
    ),
    hours as (
      insert into play_hours (connection_id, day, hour, plays, ms)
      select ${connectionId}::uuid, local::date, extract(hour from local), count(*), sum(ms)
      from fresh group by 2, 3
      on conflict (connection_id, day, hour) do update set
        plays = play_hours.plays + excluded.plays, ms = play_hours.ms + excluded.ms
    ),
    named as (
      select 'track'::subject_kind as kind, ${subjectKeys.track} as key, track_name as name,
        artist as artist_name, played_at, local, ms from fresh
      union all
      select 'artist', ${subjectKeys.artist}, artist, null, played_at, local, ms from fresh
      union all
      select 'album', ${subjectKeys.album}, album_name, artist, played_at, local, ms from fresh
    ),
    monthly as materialized (
      select kind, key, min(name) as name, min(artist_name) as artist_name,
        date_trunc('month', local)::date as month, count(*)::int as plays, sum(ms)::bigint as ms,
        min(played_at) as first_at, max(played_at) as last_at
      from named where key <> '' group by kind, key, date_trunc('month', local)
    ),
    subjects as (
      insert into play_subjects
        (connection_id, kind, key, name, artist_name, plays, ms, first_at, last_at)
      select ${connectionId}::uuid, kind, key, min(name), min(artist_name), sum(plays), sum(ms),
        min(first_at), max(last_at)
      from monthly group by kind, key
      on conflict (connection_id, kind, key) do update set
        plays = play_subjects.plays + excluded.plays, ms = play_subjects.ms + excluded.ms,
        first_at = least(play_subjects.first_at, excluded.first_at),
        last_at = greatest(play_subjects.last_at, excluded.last_at)
      returning id, kind, key
    ),
    months as (
      insert into play_months (connection_id, kind, month, subject_id, plays, ms)
      select ${connectionId}::uuid, kind, month, s.id, m.plays, m.ms
      from monthly m join subjects s using (kind, key)
      on conflict (connection_id, kind, month, subject_id) do update set
        plays = play_months.plays + excluded.plays, ms = play_months.ms + excluded.ms
    )
    insert into play_sums (connection_id, time_zone, up_to)
    select ${connectionId}::uuid, ${timeZone}, coalesce(
      (select max(id) from user_recently_played where connection_id = ${connectionId}::uuid), 0)
    on conflict (connection_id) do update set up_to = greatest(play_sums.up_to, excluded.up_to)
  `);
}

/** Sets the time zone of a person's days and makes their sums again where it is another. */
export async function setTimeZone(
  db: Db,
  { userId, timeZone }: { userId: string; timeZone: string },
): Promise<void> {
  await db.execute(sql`
    insert into history_settings (user_id, time_zone) values (${userId}::uuid, ${timeZone})
    on conflict (user_id) do update set time_zone = excluded.time_zone
  `);
  const connections = await db.execute<{ id: string }>(
    sql`select id from connections where user_id = ${userId}::uuid order by id`,
  );
  for (const { id } of connections) await addToSums(db, { connectionId: id });
}
