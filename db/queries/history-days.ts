import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { type InPeriod, mine, shownSums } from "./history-owner";

export type History = {
  /** In whose days the sums are; null when nothing was heard. */
  timeZone: string | null;
  /** In whose days the person wants them; null until the browser told it. */
  wishedZone: string | null;
  firstDay: string | null;
  lastDay: string | null;
  /** Connections with plays; something may be heard at several of them. */
  libraries: number;
  /** The part of the plays that is counted again, 0 to 1; null when that is not under way. */
  recounted: number | null;
};

/** What there is of a person's history. */
export async function findHistory(db: Db, { userId }: { userId: string }): Promise<History> {
  const [row] = await db.execute<History>(sql`
    select min(s.time_zone) as "timeZone",
      (select time_zone from history_settings where user_id = ${userId}::uuid) as "wishedZone",
      min(ends.first)::text as "firstDay", max(ends.last)::text as "lastDay",
      count(*)::int as libraries,
      (
        select coalesce(least(1, j.done::float8 / nullif(j.total, 0)), 0) from jobs j
        where j.kind = 'recount' and j.subject_id = ${userId}::uuid
          and j.status in ('queued', 'running', 'waiting')
      ) as recounted
    from connections c join play_sums s on s.connection_id = c.id, lateral (
      select min(day) as first, max(day) as last from play_days d
      where d.connection_id = s.connection_id and d.counting = s.counting
    ) ends
    where c.user_id = ${userId}::uuid
  `);
  if (!row) throw new Error("An aggregate answered nothing.");
  return row;
}

/** The days of a period on which something was heard, in order. */
export async function listDays(db: Db, { userId, from, to }: InPeriod) {
  const rows = await db.execute<{ day: string; plays: number; ms: number }>(sql`
    select day::text as day, sum(l.plays)::int as plays, sum(l.ms)::float8 as ms
    from ${shownSums("play_days", userId)}
    where day >= ${from}::date and day < ${to}::date
    group by l.day order by l.day
  `);
  return [...rows];
}

const hourSums = sql.join(
  Array.from({ length: 24 }, (_, hour) => sql`sum(hours[${hour + 1}::int])::int`),
  sql`, `,
);

/** Plays by weekday, 1 is Monday, and hour. */
export async function listHoursOfWeek(db: Db, { userId, from, to }: InPeriod) {
  const rows = await db.execute<{ weekday: number; hour: number; plays: number }>(sql`
    select weekday, hour::int - 1 as hour, plays
    from (
      select extract(isodow from day)::int as weekday, array[${hourSums}] as hours
      from ${shownSums("play_days", userId)}
      where day >= ${from}::date and day < ${to}::date
      group by 1
    ) week, unnest(hours) with ordinality as each(plays, hour)
    where plays > 0 order by weekday, hour
  `);
  return [...rows];
}

/** Times in which more was heard than the provider showed, and no export told of since. */
export async function listOpenGaps(db: Db, { userId, from, to }: InPeriod) {
  const rows = await db.execute<{ after: string; before: string }>(sql`
    select to_json(g.after) #>> '{}' as after, to_json(g.before) #>> '{}' as before
    from play_gaps g
    where g.connection_id = ${mine(userId)} and g.before >= ${from}::date and g.after < ${to}::date
      and not exists (
        select 1 from play_imports i where i.connection_id = g.connection_id
          and i.status = 'complete' and i.first_at <= g.after and i.last_at >= g.before
      )
    order by g.after limit 100
  `);
  return [...rows];
}
