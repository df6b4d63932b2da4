import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { SubjectKind, TasteBy } from "@/lib/history/kind";
import { type InPeriod, mine } from "./history-owner";
import { genresOfArtists, labelsOfTracks } from "./history-top";

export type TasteRow = { month: string; key: string; name: string; plays: number; rank: number };

/** The first places of every month in a period; months begin on their first day. */
export async function listTaste(
  db: Db,
  { userId, from, to, by, places }: InPeriod & { by: TasteBy; places: number },
): Promise<TasteRow[]> {
  const kind = by === "label" ? "track" : "artist";
  const subjects = {
    artist: sql`select id as subject_id, key, name from play_subjects
      where connection_id = ${mine(userId)} and kind = 'artist'`,
    label: labelsOfTracks(userId),
    genre: genresOfArtists(userId),
  }[by];
  const rows = await db.execute<TasteRow>(sql`
    select * from (
      select m.month::text as month, n.key, min(n.name) as name, sum(m.plays)::int as plays,
        (row_number() over (
          partition by m.month order by sum(m.plays) desc, sum(m.ms) desc, n.key
        ))::int as rank
      from play_months m join (${subjects}) n using (subject_id)
      where m.connection_id = ${mine(userId)} and m.kind = ${kind}
        and m.month >= date_trunc('month', ${from}::date) and m.month < ${to}::date
      group by m.month, n.key
    ) as ranked where rank <= ${places} order by month, rank
  `);
  return [...rows];
}

export type FirstListen = {
  key: string;
  name: string;
  artistName: string | null;
  plays: number;
  /** ISO. */
  firstAt: string;
};

/** What was heard for the first time in a period, what was heard most since first; and how many. */
export async function listFirstListens(
  db: Db,
  { userId, from, to, kind, limit }: InPeriod & { kind: SubjectKind; limit: number },
): Promise<{ rows: FirstListen[]; all: number }> {
  const rows = await db.execute<FirstListen & { count: number }>(sql`
    select s.key, min(s.name) as name, min(s.artist_name) as "artistName",
      sum(s.plays)::int as plays, to_json(min(s.first_at)) #>> '{}' as "firstAt",
      (count(*) over ())::int as count
    from play_subjects s join play_sums sums using (connection_id)
    where s.connection_id = ${mine(userId)} and s.kind = ${kind}
      and s.first_at >= (${from}::date::timestamp at time zone sums.time_zone)
      and s.first_at < (${to}::date::timestamp at time zone sums.time_zone)
    group by s.key order by sum(s.plays) desc, min(s.first_at), s.key limit ${limit}
  `);
  return { rows: rows.map(({ count, ...row }) => row), all: rows[0]?.count ?? 0 };
}
