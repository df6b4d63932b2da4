import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { SubjectKind, TasteBy } from "@/lib/history/kind";
import { type InPeriod, type InZone, midnight, mine, shownSums } from "./history-owner";
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
      select l.month::text as month, n.key, min(n.name) as name, sum(l.plays)::int as plays,
        (row_number() over (
          partition by l.month order by sum(l.plays) desc, sum(l.ms) desc, n.key
        ))::int as rank
      from ${shownSums("play_months", userId)} join (${subjects}) n using (subject_id)
      where l.kind = ${kind}
        and l.month >= date_trunc('month', ${from}::date) and l.month < ${to}::date
      group by l.month, n.key
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
  {
    userId,
    from,
    to,
    kind,
    limit,
    ...zone
  }: InPeriod & InZone & { kind: SubjectKind; limit: number },
): Promise<{ rows: FirstListen[]; all: number }> {
  const rows = await db.execute<FirstListen & { count: number }>(sql`
    select s.key, min(s.name) as name, min(s.artist_name) as "artistName",
      sum(s.plays)::int as plays, to_json(min(s.first_at)) #>> '{}' as "firstAt",
      (count(*) over ())::int as count
    from play_subjects s
    where s.connection_id = ${mine(userId)} and s.kind = ${kind}
      and s.first_at >= ${midnight(from, zone)}
      and s.first_at < ${midnight(to, zone)}
    group by s.key order by sum(s.plays) desc, min(s.first_at), s.key limit ${limit}
  `);
  return { rows: rows.map(({ count, ...row }) => row), all: rows[0]?.count ?? 0 };
}
