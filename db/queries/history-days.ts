import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { type InPeriod, mine } from "./history-owner";

/** What there is of a person's history; its days are null when nothing was heard. */
export async function findHistory(db: Db, { userId }: { userId: string }) {
  const [row] = await db.execute<{
    timeZone: string | null;
    firstDay: string | null;
    lastDay: string | null;
  }>(sql`
    select (select time_zone from history_settings where user_id = ${userId}::uuid) as "timeZone",
      min(ends.first)::text as "firstDay", max(ends.last)::text as "lastDay"
    from connections c, lateral (
      select min(day) as first, max(day) as last from play_hours where connection_id = c.id
    ) ends
    where c.user_id = ${userId}::uuid
  `);
  return row ?? { timeZone: null, firstDay: null, lastDay: null };
}

/** The days of a period on which something was heard, in order. */
export async function listDays(db: Db, { userId, from, to }: InPeriod) {
  const rows = await db.execute<{ day: string; plays: number; ms: number }>(sql`
    select day::text as day, sum(plays)::int as plays, sum(ms)::float8 as ms
    from play_hours
    where connection_id = ${mine(userId)} and day >= ${from}::date and day < ${to}::date
    group by play_hours.day order by play_hours.day
  `);
  return [...rows];
}

/** Plays by weekday, 1 is Monday, and hour. */
export async function listHoursOfWeek(db: Db, { userId, from, to }: InPeriod) {
  const rows = await db.execute<{ weekday: number; hour: number; plays: number }>(sql`
    select extract(isodow from day)::int as weekday, hour::int as hour, sum(plays)::int as plays
    from play_hours
    where connection_id = ${mine(userId)} and day >= ${from}::date and day < ${to}::date
    group by 1, 2 order by 1, 2
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
