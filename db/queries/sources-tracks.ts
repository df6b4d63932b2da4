import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { likeContaining } from "@/lib/rules/wildcard";
import type { OwnSource, SourceKind, SourceTrack } from "@/lib/sources/source";
import { heldTracks, matchedTrack, namesake } from "./recordings";
import type { Rekeyed } from "./recordings-said";

/**
 * Keeps tracks of a fetch of a library. What the catalogue knows of the same recording fills in for a
 * track or a Spotify address that is missing.
 */
export async function writeSourceTracks(
  db: Db,
  { edition, tracks, ...source }: OwnSource & { edition: number; tracks: readonly SourceTrack[] },
): Promise<void> {
  const track = {
    provider: sql`n.provider`,
    externalId: sql`r."externalId"`,
    ownKey: sql`r."ownKey"`,
    was: sql`b.recording_key`,
  };
  const key = sql`coalesce(m.recording_key, k.recording_key, r."ownKey")`;
  await db.execute(sql`
    insert into source_tracks (source_id, connection_id, edition, position, recording_key,
      external_id, spotify_uri, track_id, title, artists, added_at, found_in)
    select s.id, n.id, ${edition}::int, r.position, ${key}, r."externalId",
      case when n.provider = 'spotify' and r."externalId" is not null
        then 'spotify:track:' || r."externalId" else c.uri end,
      coalesce(m.id, c.id), r.title, r.artists, r."addedAt", r."foundIn"
    from sources s
    join connections n on n.id = s.connection_id
    cross join jsonb_to_recordset(${JSON.stringify(tracks)}::jsonb) as r(
      position int, "externalId" text, "ownKey" text, title text, artists text[],
      "addedAt" timestamptz, "foundIn" text
    )
    left join lateral (
      select b.recording_key from source_tracks b
      where b.connection_id = n.id and b.external_id = r."externalId" and b.source_id = s.id
        and b.edition = s.edition limit 1
    ) b on true
    left join lateral (${matchedTrack(track)}) m on true
    left join lateral (${namesake(track)}) k on m.recording_key is null
    left join lateral (
      select t.id, x.external_uri as uri from tracks t
      left join track_matches x on x.track_id = t.id and x.provider = 'spotify'
        and x.status = 'found'
      where t.recording_key = ${key}
      order by x.external_uri is null, t.id limit 1
    ) c on true
    where s.id = ${source.sourceId}::uuid and s.user_id = ${source.userId}::uuid
    on conflict (source_id, edition, position) do nothing
  `);
}

/** Tracks of a library that a fetch takes for other recordings than the fetch shown until now. */
export async function listRekeyed(
  db: Db,
  { edition, ...source }: OwnSource & { edition: number },
): Promise<Rekeyed[]> {
  const rows = await db.execute<Rekeyed>(sql`
    select distinct b.recording_key as was, t.recording_key as now
    from sources s
    join source_tracks b on b.source_id = s.id and b.edition = s.edition
    join source_tracks t on t.source_id = s.id and t.edition = ${edition}::int
      and t.external_id = b.external_id and t.recording_key <> b.recording_key
    where s.id = ${source.sourceId}::uuid and s.user_id = ${source.userId}::uuid
      and s.connection_id is not null
      and not exists (
        select from library_recordings l
        where l.connection_id = t.connection_id and l.external_id = t.external_id
      )
  `);
  return [...rows];
}

/** Where a track of several sources was found. */
export type Origin = {
  sourceId: string;
  kind: SourceKind;
  name: string;
  foundIn: string | null;
  addedAt: string | null;
};

export type GatheredTrack = {
  recordingKey: string;
  title: string;
  artists: string[];
  spotifyUri: string | null;
  trackId: string | null;
  /** In every place it stands, in the order of the sources. */
  origins: Origin[];
};

/** Sources of a user that are gathered, in their order; those that are not the user's are empty. */
type Gathered = {
  userId: string;
  sourceIds: readonly string[];
  /** All of them are in the title or the artists; upper and lower case are the same. */
  words?: readonly string[];
};

/** `numbered`: what sources hold, each recording with its number in the order in which they name it first. */
const numbered = ({ userId, sourceIds, words = [] }: Gathered) => sql`
  with chosen as (
    select s.id, s.edition, s.kind, s.name, w.place
    from (
      select id, min(place) as place
      from unnest(${sql.param([...sourceIds])}::uuid[]) with ordinality as wanted(id, place)
      group by id
    ) w join sources s on s.id = w.id and s.user_id = ${userId}::uuid
  ),
  held as (
    select t.*, c.place, c.kind, c.name from chosen c
    join (${heldTracks}) t on t.source_id = c.id and t.edition = c.edition
  ),
  named as (
    select h.*, first_value(h.place) over firsts as first_place,
      first_value(h.position) over firsts as first_position,
      first_value(h.title) over firsts as first_title,
      first_value(h.artists) over firsts as first_artists
    from held h window firsts as (partition by h.recording_key order by h.place, h.position)
  ),
  numbered as materialized (
    select *, dense_rank() over (order by first_place, first_position) as nth from named
    where first_title || ' ' || array_to_string(first_artists, ' ')
      ilike all (${sql.param(words.map(likeContaining))}::text[])
  )`;

/** Each recording of `numbered` once, after so many. */
const recordingsAfter = (offset: number, limit: number | null) => sql`
  select nth, recording_key as "recordingKey", first_title as title, first_artists as artists,
    (array_agg(spotify_uri order by place, position)
      filter (where spotify_uri is not null))[1] as "spotifyUri",
    (array_agg(track_id order by place, position)
      filter (where track_id is not null))[1] as "trackId",
    jsonb_agg(jsonb_build_object('sourceId', source_id, 'kind', kind, 'name', name,
      'foundIn', found_in, 'addedAt', added_at) order by place, position) as origins
  from numbered
  where nth > ${offset}::int and (${limit}::int is null or nth <= ${offset}::int + ${limit}::int)
  group by nth, recording_key, first_title, first_artists`;

/**
 * What some of a user's sources hold together, each recording once, in the order in which the sources
 * name it first: a page of it, and how many there are in all.
 */
export async function gatherTracks(
  db: Db,
  { offset, limit, ...gathered }: Gathered & { offset: number; limit: number },
): Promise<{ tracks: GatheredTrack[]; total: number }> {
  const rows = await db.execute<GatheredTrack & { all: number; nth: number | null }>(sql`
    ${numbered(gathered)}
    select (select coalesce(max(nth), 0)::int from numbered) as all, page.*
    from (select) always left join (${recordingsAfter(offset, limit)}) page on true
    order by nth
  `);
  const tracks = rows.flatMap(({ all: _, nth, ...track }) => (nth === null ? [] : [track]));
  return { tracks, total: rows[0]?.all ?? 0 };
}

/** The same from a place on, each as JSON in a column `row`: worked out once, however it is read. */
export const gatheredRows = ({ offset, ...gathered }: Gathered & { offset: number }): SQL => sql`
  select to_jsonb(track) - 'nth' as row
  from (${numbered(gathered)} ${recordingsAfter(offset, null)}) track
  order by track.nth`;

/** Recordings of a source, some at a time, in the order of their keys. */
export async function listSourceRecordings(
  db: Db,
  args: OwnSource & { after: string; limit: number },
): Promise<string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select distinct t.recording_key collate "C" as key
    from sources s join (${heldTracks}) t on t.source_id = s.id and t.edition = s.edition
    where s.id = ${args.sourceId}::uuid and s.user_id = ${args.userId}::uuid
      and t.recording_key collate "C" > ${args.after}
    order by 1 limit ${args.limit}
  `);
  return rows.map(({ key }) => key);
}

/** How many recordings a source shows. */
export async function countSourceRecordings(db: Db, source: OwnSource): Promise<number> {
  const [row] = await db.execute<{ recordings: number }>(sql`
    select count(distinct t.recording_key)::int as recordings
    from sources s join (${heldTracks}) t on t.source_id = s.id and t.edition = s.edition
    where s.id = ${source.sourceId}::uuid and s.user_id = ${source.userId}::uuid
  `);
  return row?.recordings ?? 0;
}
