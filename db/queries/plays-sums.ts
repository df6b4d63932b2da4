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
 * Has the database take stock after many plays were stored: it would plan their sums as if they were
 * a handful, and take minutes for them. Not for use in a transaction, which would keep the lock.
 */
export async function surveyPlays(db: Db): Promise<void> {
  await db.execute(sql`analyze user_recently_played`);
}

/** Adds the plays that are not in a connection's sums yet. Call it in the transaction that stored them. */
export async function addToSums(db: Db, { connectionId }: { connectionId: string }): Promise<void> {
  await lockPlays(db, { connectionId });
  const [state] = await db.execute<Omit<Stretch, "connectionId">>(sql`
    select coalesce(s.time_zone, others.time_zone, h.time_zone, 'UTC') as "timeZone",
      coalesce(s.counting, 0) as counting, coalesce(s.up_to, 0)::float8 as after,
      coalesce(
        (select max(id) from user_recently_played where connection_id = c.id), 0
      )::float8 as "upTo"
    from connections c
    left join history_settings h on h.user_id = c.user_id
    left join play_sums s on s.connection_id = c.id
    left join lateral (
      select min(o.time_zone) as time_zone from play_sums o
      join connections other on other.id = o.connection_id and other.user_id = c.user_id
    ) others on true
    where c.id = ${connectionId}::uuid
  `);
  if (!state) return;
  const stretch = { ...state, connectionId };
  await sumUpSubjects(db, stretch);
  await sumUpPeriods(db, stretch);
  await db.execute(sql`
    insert into play_sums (connection_id, time_zone, up_to)
    values (${connectionId}::uuid, ${state.timeZone}, ${state.upTo}::bigint)
    on conflict (connection_id) do update set up_to = excluded.up_to
  `);
}

/** Plays of a connection by their ids, and the counting that they are to be added to. */
export type Stretch = {
  connectionId: string;
  timeZone: string;
  counting: number;
  after: number;
  upTo: number;
};

const playsOf = ({ connectionId, after, upTo }: Stretch) =>
  countedPlays(
    sql`p.connection_id = ${connectionId}::uuid and p.id > ${after}::bigint and p.id <= ${upTo}::bigint`,
  );

/** Adds plays to the sums that know no days. */
async function sumUpSubjects(db: Db, stretch: Stretch): Promise<void> {
  await db.execute(sql`
    with fresh as materialized (${playsOf(stretch)}),
    named as (
      select 'track'::subject_kind as kind, ${subjectKeys.track} as key, track_name as name,
        artist as artist_name, played_at, ms from fresh
      union all
      select 'artist', ${subjectKeys.artist}, artist, null, played_at, ms from fresh
      union all
      select 'album', ${subjectKeys.album}, album_name, artist, played_at, ms from fresh
    )
    insert into play_subjects
      (connection_id, kind, key, name, artist_name, plays, ms, first_at, last_at)
    select ${stretch.connectionId}::uuid, kind, key, min(name), min(artist_name), count(*), sum(ms),
      min(played_at), max(played_at)
    from named where key <> '' group by kind, key order by kind, key
    on conflict (connection_id, kind, key) do update set
      plays = play_subjects.plays + excluded.plays, ms = play_subjects.ms + excluded.ms,
      first_at = least(play_subjects.first_at, excluded.first_at),
      last_at = greatest(play_subjects.last_at, excluded.last_at)
  `);
}

const hours = sql.join(
  Array.from({ length: 24 }, (_, hour) => sql`count(*) filter (where hour = ${hour}::int)`),
  sql`, `,
);

/** Adds plays to the days, months and years of a counting; their subjects are there. */
export async function sumUpPeriods(db: Db, stretch: Stretch): Promise<void> {
  const { connectionId, timeZone, counting } = stretch;
  await db.execute(sql`
    with fresh as materialized (
      select plays.*, local::date as day, extract(hour from local)::int as hour
      from (${playsOf(stretch)}) plays, lateral (select played_at at time zone ${timeZone}) there(local)
    ),
    days as (
      insert into play_days (connection_id, counting, day, plays, ms, hours)
      select ${connectionId}::uuid, ${counting}::int, day, count(*), sum(ms), array[${hours}]
      from fresh group by day order by day
      on conflict (connection_id, counting, day) do update set
        plays = play_days.plays + excluded.plays, ms = play_days.ms + excluded.ms,
        hours = (
          select array_agg(a + b order by hour)
          from unnest(play_days.hours, excluded.hours) with ordinality as each(a, b, hour)
        )
    ),
    named as (
      select 'track'::subject_kind as kind, ${subjectKeys.track} as key, day, ms from fresh
      union all select 'artist', ${subjectKeys.artist}, day, ms from fresh
      union all select 'album', ${subjectKeys.album}, day, ms from fresh
    ),
    monthly as materialized (
      select s.kind, s.id as subject_id, n.month, n.plays, n.ms
      from (
        select kind, key, date_trunc('month', day)::date as month, count(*)::int as plays,
          sum(ms)::bigint as ms
        from named where key <> '' group by kind, key, date_trunc('month', day)
      ) n
      join play_subjects s
        on s.connection_id = ${connectionId}::uuid and s.kind = n.kind and s.key = n.key
    ),
    months as (
      insert into play_months (connection_id, counting, kind, month, subject_id, plays, ms)
      select ${connectionId}::uuid, ${counting}::int, kind, month, subject_id, plays, ms
      from monthly order by kind, month, subject_id
      on conflict (connection_id, counting, kind, month, subject_id) do update set
        plays = play_months.plays + excluded.plays, ms = play_months.ms + excluded.ms
    )
    insert into play_years (connection_id, counting, kind, year, subject_id, plays, ms)
    select ${connectionId}::uuid, ${counting}::int, kind, date_trunc('year', month)::date as year,
      subject_id, sum(plays), sum(ms)
    from monthly group by kind, year, subject_id order by kind, year, subject_id
    on conflict (connection_id, counting, kind, year, subject_id) do update set
      plays = play_years.plays + excluded.plays, ms = play_years.ms + excluded.ms
  `);
}
