import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { daysBetween, type Span, splitPeriod } from "@/lib/history/calendar";
import type { SubjectKind, TopBy } from "@/lib/history/kind";
import { type InPeriod, type InZone, midnight, mine, shownSums } from "./history-owner";
import { countedPlays, subjectKeys } from "./plays-counted";

const kindOf = (by: TopBy): SubjectKind =>
  by === "label" ? "track" : by === "genre" ? "artist" : by;

type Sums = { userId: string; kind: SubjectKind; timeZone: string };

/** What was heard in a period, in parts as (subject_id, plays, ms): the sums, and play by play at its ends. */
function partsOf({ userId, kind, timeZone }: Sums, period: Span): SQL[] {
  const { years, months, days } = splitPeriod(period);
  const sums = (table: "play_years" | "play_months", start: SQL) => (span: Span) =>
    sql`
    select l.subject_id, l.plays, l.ms from ${shownSums(table, userId)}
    where l.kind = ${kind} and ${start} >= ${span.from}::date and ${start} < ${span.to}::date`;
  const inDays = days.map(
    ({ from, to }) => sql`p.played_at >= ${midnight(from, { timeZone })}
      and p.played_at < ${midnight(to, { timeZone })}`,
  );
  const plays = sql`
    select subject.id, 1, counted.ms
    from (${countedPlays(sql`p.connection_id = ${mine(userId)}
      and (${sql.join(inDays, sql` or `)})`)}) counted
    join play_subjects subject on subject.connection_id = counted.connection_id
      and subject.kind = ${kind} and subject.key = ${subjectKeys[kind]}`;
  return [
    ...years.map(sums("play_years", sql`l.year`)),
    ...months.map(sums("play_months", sql`l.month`)),
    ...(days.length > 0 ? [plays] : []),
  ];
}

const summed = (parts: readonly SQL[]) => sql`
  select subject_id, sum(plays)::int as plays, sum(ms::float8)::bigint as ms
  from (${sql.join([...parts], sql` union all `)}) as parts(subject_id, plays, ms)
  group by subject_id`;

/** Nothing was heard outside of what is known: a period that reaches its ends may as well go on to whole years. */
function widened({ from, to }: Span, known: Span): Span {
  const first = `${known.from.slice(0, 4)}-01-01`;
  const last = `${Number(known.to.slice(0, 4)) + 1}-01-01`;
  return {
    from: from <= known.from && first < from ? first : from,
    to: to >= known.to && last > to ? last : to,
  };
}

/**
 * What was heard in a period, as subjects with plays and ms: the sum of its parts, or all that was
 * ever heard less what lies outside, whichever reads less.
 */
function heard(of: Sums, period: Span, known: Span, isNamed: boolean): SQL {
  const columns = isNamed ? sql`s.key, s.name, s.artist_name,` : sql``;
  const outside = [
    { from: known.from, to: period.from },
    { from: period.to, to: known.to },
  ].filter(({ from, to }) => from < to);
  const without = outside.reduce((days, { from, to }) => days + daysBetween(from, to), 0);
  if (without >= daysBetween(period.from, period.to)) {
    return sql`
      select s.id as subject_id, ${columns} h.plays, h.ms
      from (${summed(partsOf(of, widened(period, known)))}) h join play_subjects s on s.id = h.subject_id`;
  }
  const nothing = sql`select null::bigint as subject_id, 0 as plays, 0::bigint as ms where false`;
  const rest = outside.flatMap((span) => partsOf(of, widened(span, known)));
  return sql`
    select s.id as subject_id, ${columns}
      s.plays - coalesce(o.plays, 0) as plays, s.ms - coalesce(o.ms, 0) as ms
    from play_subjects s left join (${rest.length > 0 ? summed(rest) : nothing}) o
      on o.subject_id = s.id
    where s.connection_id = ${mine(of.userId)} and s.kind = ${of.kind}
      and s.plays > coalesce(o.plays, 0)`;
}

/** Tracks of the catalogue that heard tracks are, one each, with their labels. */
export const labelsOfTracks = (userId: string) => sql`
  select of_track.subject_id, l.id::text as key, l.name
  from (
    select distinct on (s.id) s.id as subject_id, r.label_id
    from play_subjects s join connections c on c.id = s.connection_id
    join track_matches m on m.provider = c.provider and m.external_id = s.key and m.status = 'found'
    join tracks t on t.id = m.track_id
    join releases r on r.id = t.release_id
    where s.connection_id = ${mine(userId)} and s.kind = 'track' and r.label_id is not null
    order by s.id, t.publish_date, t.id
  ) of_track join labels l on l.id = of_track.label_id`;

/**
 * The genres that the provider gives heard artists; an artist of several has several rows. Joined by
 * one text: two columns make the planner expect a single row, and loop.
 */
export const genresOfArtists = (userId: string) => sql`
  select s.id as subject_id, genre as key, genre as name
  from (
    select distinct on (artist) artist, genres from (
      select connection_id || lower(name) collate "C" as artist, genres, id from provider_items
      where connection_id = ${mine(userId)} and kind = 'artist'
    ) items
    order by artist, id desc
  ) named
  join play_subjects s on s.connection_id = ${mine(userId)} and s.kind = 'artist'
    and s.connection_id || s.key = named.artist,
  lateral unnest(named.genres) as genre`;

export type TopRow = {
  key: string;
  name: string;
  artistName: string | null;
  plays: number;
  ms: number;
};

/**
 * What was heard most in a period, and how many different ones there were; `known` is when anything
 * was heard at all. With one library a subject is one row, and nothing has to be put together.
 */
export async function listTop(
  db: Db,
  {
    by,
    limit,
    known,
    libraries,
    userId,
    timeZone,
    ...period
  }: InPeriod & InZone & { by: TopBy; limit: number; known: Span; libraries: number },
): Promise<{ rows: TopRow[]; different: number }> {
  const sums = { userId, timeZone, kind: kindOf(by) };
  const named = {
    label: labelsOfTracks(userId),
    genre: genresOfArtists(userId),
    track: null,
    artist: null,
    album: null,
  }[by];
  const shown = named
    ? sql`(
        select n.key, n.name, null::text as artist_name, h.plays, h.ms
        from heard h join (${named}) n using (subject_id)
      ) as named`
    : sql`heard`;
  const together =
    named || libraries > 1
      ? sql`
        select key, min(name) as name, min(artist_name) as artist_name, sum(plays)::int as plays,
          sum(ms)::float8 as ms
        from ${shown} group by key`
      : sql`select key, name, artist_name, plays, ms::float8 as ms from ${shown}`;
  // kept apart where it is joined: the planner would loop over what it takes for a few rows
  const rows = await db.execute<TopRow & { different: number }>(sql`
    with heard as ${named ? sql`materialized` : sql`not materialized`} (
      ${heard(sums, period, known, named === null)}
    )
    select key, name, artist_name as "artistName", plays, ms, (count(*) over ())::int as different
    from (${together}) as together
    order by plays desc, ms desc, key limit ${limit}
  `);
  return {
    rows: rows.map(({ different, ...row }) => row),
    different: rows[0]?.different ?? 0,
  };
}
