import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { likeContaining } from "@/lib/rules/wildcard";
import type { OwnSource, SourceKind, SourceTrack } from "@/lib/sources/source";

/**
 * Keeps tracks of a fetch under way. What the catalogue knows of the same recording fills in for a
 * track or a Spotify address that is missing.
 */
export async function writeSourceTracks(
  db: Db,
  { edition, tracks, ...source }: OwnSource & { edition: number; tracks: readonly SourceTrack[] },
): Promise<void> {
  await db.execute(sql`
    insert into source_tracks (source_id, connection_id, edition, position, recording_key,
      spotify_uri, track_id, title, artists, added_at, found_in)
    select s.id, s.connection_id, ${edition}::int, r.position, r."recordingKey",
      coalesce(r."spotifyUri", c.uri), coalesce(r."trackId", c.id), r.title, r.artists,
      r."addedAt", r."foundIn"
    from sources s
    cross join jsonb_to_recordset(${JSON.stringify(tracks)}::jsonb) as r(
      position int, "recordingKey" text, "spotifyUri" text, "trackId" uuid, title text,
      artists text[], "addedAt" timestamptz, "foundIn" text
    )
    left join lateral (
      select t.id, m.external_uri as uri from tracks t
      left join track_matches m on m.track_id = t.id and m.provider = 'spotify'
        and m.status = 'found'
      where t.recording_key = r."recordingKey"
        and (r."trackId" is null or r."spotifyUri" is null)
      order by m.external_uri is null, t.id limit 1
    ) c on true
    where s.id = ${source.sourceId}::uuid and s.user_id = ${source.userId}::uuid
    on conflict (source_id, edition, position) do nothing
  `);
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

/**
 * What some of a user's sources hold together, each recording once, in the order in which the sources
 * name it first. Sources that are not the user's are empty.
 */
export async function gatherTracks(
  db: Db,
  args: {
    userId: string;
    sourceIds: readonly string[];
    /** All of them are in the title or the artists; upper and lower case are the same. */
    words?: readonly string[];
    offset: number;
    limit: number;
  },
): Promise<{ tracks: GatheredTrack[]; total: number }> {
  const patterns = (args.words ?? []).map(likeContaining);
  const rows = await db.execute<GatheredTrack & { all: number }>(sql`
    with chosen as (
      select s.id, s.edition, s.kind, s.name, w.place
      from (
        select id, min(place) as place
        from unnest(${sql.param([...args.sourceIds])}::uuid[]) with ordinality as wanted(id, place)
        group by id
      ) w join sources s on s.id = w.id and s.user_id = ${args.userId}::uuid
    ),
    held as (
      select t.*, c.place, c.kind, c.name from chosen c
      join source_tracks t on t.source_id = c.id and t.edition = c.edition
    ),
    first as (
      select distinct on (recording_key) recording_key, place, position, title, artists
      from held order by recording_key, place, position
    ),
    page as (
      select *, count(*) over ()::int as all from first
      where title || ' ' || array_to_string(artists, ' ')
        ilike all (${sql.param(patterns)}::text[])
      order by place, position, recording_key
      offset ${args.offset} limit ${args.limit}
    )
    select p.recording_key as "recordingKey", p.title, p.artists, p.all,
      (array_agg(h.spotify_uri order by h.place, h.position)
        filter (where h.spotify_uri is not null))[1] as "spotifyUri",
      (array_agg(h.track_id order by h.place, h.position)
        filter (where h.track_id is not null))[1] as "trackId",
      jsonb_agg(jsonb_build_object('sourceId', h.source_id, 'kind', h.kind, 'name', h.name,
        'foundIn', h.found_in, 'addedAt', h.added_at) order by h.place, h.position) as origins
    from page p join held h on h.recording_key = p.recording_key
    group by p.recording_key, p.title, p.artists, p.all, p.place, p.position
    order by p.place, p.position, p.recording_key
  `);
  const total = rows[0]?.all ?? 0;
  return { tracks: rows.map(({ all: _, ...track }) => track), total };
}

/** Recordings of a source, some at a time, in the order of their keys. */
export async function listSourceRecordings(
  db: Db,
  args: OwnSource & { after: string; limit: number },
): Promise<string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select distinct t.recording_key collate "C" as key
    from sources s join source_tracks t on t.source_id = s.id and t.edition = s.edition
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
    from sources s join source_tracks t on t.source_id = s.id and t.edition = s.edition
    where s.id = ${source.sourceId}::uuid and s.user_id = ${source.userId}::uuid
  `);
  return row?.recordings ?? 0;
}
