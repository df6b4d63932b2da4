import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { type Span, splitPeriod } from "@/lib/history/calendar";
import type { SubjectKind, TopBy } from "@/lib/history/kind";
import { type InPeriod, type InZone, midnight, mine, shownSums } from "./history-owner";
import { countedPlays, subjectKeys } from "./plays-counted";

const kindOf = (by: TopBy): SubjectKind =>
  by === "label" ? "track" : by === "genre" ? "artist" : by;

/** Everything that was ever heard, as `heard` has it. */
const everHeard = (userId: string, kind: SubjectKind) => sql`
  select id as subject_id, plays, ms from play_subjects
  where connection_id = ${mine(userId)} and kind = ${kind}`;

/** What was heard in a period, in parts as (subject_id, plays, ms): the sums, and play by play at its ends. */
function heard({ userId, from, to, timeZone }: InPeriod & InZone, kind: SubjectKind): SQL {
  const { years, months, days } = splitPeriod({ from, to });
  const sums = (table: "play_years" | "play_months", start: SQL) => (span: Span) =>
    sql`
    select l.subject_id, l.plays, l.ms from ${shownSums(table, userId)}
    where l.kind = ${kind} and ${start} >= ${span.from}::date and ${start} < ${span.to}::date`;
  const plays = (span: Span) => sql`
    select subject.id, 1, counted.ms
    from (${countedPlays(sql`p.connection_id = ${mine(userId)}
      and p.played_at >= ${midnight(span.from, { timeZone })}
      and p.played_at < ${midnight(span.to, { timeZone })}`)}) counted
    join play_subjects subject on subject.connection_id = counted.connection_id
      and subject.kind = ${kind} and subject.key = ${subjectKeys[kind]}`;
  const parts = [
    ...years.map(sums("play_years", sql`l.year`)),
    ...months.map(sums("play_months", sql`l.month`)),
    ...days.map(plays),
  ];
  return sql`
    select subject_id, sum(plays)::int as plays, sum(ms)::bigint as ms
    from (${sql.join(parts, sql` union all `)}) as parts(subject_id, plays, ms) group by subject_id`;
}

/** Tracks of the catalogue that heard tracks are, one each, with their labels. */
export const labelsOfTracks = (userId: string) => sql`
  select distinct on (s.id) s.id as subject_id, l.id::text as key, l.name
  from play_subjects s join connections c on c.id = s.connection_id
  join track_matches m on m.provider = c.provider and m.external_id = s.key and m.status = 'found'
  join tracks t on t.id = m.track_id
  join releases r on r.id = t.release_id
  join labels l on l.id = r.label_id
  where s.connection_id = ${mine(userId)} and s.kind = 'track'
  order by s.id, t.publish_date, t.id`;

/** The genres that the provider gives heard artists; an artist of several has several rows. */
export const genresOfArtists = (userId: string) => sql`
  select s.id as subject_id, genre as key, genre as name
  from (
    select distinct on (connection_id, lower(name)) connection_id, lower(name) as artist, genres
    from provider_items where connection_id = ${mine(userId)} and kind = 'artist'
    order by connection_id, lower(name), id desc
  ) named
  join play_subjects s on s.connection_id = named.connection_id and s.kind = 'artist'
    and s.key = named.artist,
  lateral unnest(named.genres) as genre`;

export type TopRow = {
  key: string;
  name: string;
  artistName: string | null;
  plays: number;
  ms: number;
};

/** What was heard most in a period, or in all that there is, and how many different ones there were. */
export async function listTop(
  db: Db,
  { by, limit, isAll, ...period }: InPeriod & InZone & { by: TopBy; limit: number; isAll: boolean },
): Promise<{ rows: TopRow[]; different: number }> {
  const { userId } = period;
  const named = {
    label: labelsOfTracks(userId),
    genre: genresOfArtists(userId),
    track: null,
    artist: null,
    album: null,
  }[by];
  const source = named
    ? sql`select n.key, n.name, null::text as artist_name, h.plays, h.ms
        from heard h join (${named}) n using (subject_id)`
    : sql`select s.key, s.name, s.artist_name, h.plays, h.ms
        from heard h join play_subjects s on s.id = h.subject_id`;
  const rows = await db.execute<TopRow & { different: number }>(sql`
    with heard as materialized (
      ${isAll ? everHeard(userId, kindOf(by)) : heard(period, kindOf(by))}
    )
    select key, min(name) as name, min(artist_name) as "artistName", sum(plays)::int as plays,
      sum(ms)::float8 as ms, (count(*) over ())::int as different
    from (${source}) as named
    group by key order by sum(plays) desc, sum(ms) desc, key limit ${limit}
  `);
  return {
    rows: rows.map(({ different, ...row }) => row),
    different: rows[0]?.different ?? 0,
  };
}
