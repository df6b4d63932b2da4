import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { PersonalProvider } from "@/lib/connections/provider";
import { OVERLAP } from "./facts-marks";
import { matchedTrack, namesake } from "./recordings";
import type { Rekeyed } from "./recordings-said";

/** What a provider's track says of itself, as far as it tells which recording it is. */
export type UnmappedTrack = {
  connectionId: string;
  externalId: string;
  itemId: number | null;
  title: string;
  artists: string[];
  isrc: string | null;
};

/** Tracks a user's libraries described after a row, in the order of their rows. */
export async function listDescribedTracks(
  db: Db,
  { userId, after, limit }: { userId: string; after: number; limit: number },
): Promise<(UnmappedTrack & { itemId: number })[]> {
  const rows = await db.execute<UnmappedTrack & { itemId: number }>(sql`
    select i.connection_id as "connectionId", i.external_id as "externalId",
      i.id::float8 as "itemId", i.name as title, i.isrc,
      array(select a ->> 'name' from jsonb_array_elements(i.artists) as a) as artists
    from provider_items i
    where i.id > ${after}::bigint and i.kind in ('track', 'local')
      and i.connection_id in (select id from connections where user_id = ${userId}::uuid)
    order by i.id limit ${limit}::int
  `);
  return [...rows];
}

/** Tracks that a user heard and of which no library says more than the play does. */
export async function listHeardTracks(
  db: Db,
  { userId, limit }: { userId: string; limit: number },
): Promise<UnmappedTrack[]> {
  const rows = await db.execute<UnmappedTrack>(sql`
    select s.connection_id as "connectionId", s.key as "externalId", null::float8 as "itemId",
      s.name as title, null::text as isrc,
      case when s.artist_name is null then '{}' else array[s.artist_name] end as artists
    from play_subjects s
    where s.kind = 'track'
      and s.connection_id in (select id from connections where user_id = ${userId}::uuid)
      and not exists (
        select from library_recordings l
        where l.connection_id = s.connection_id and l.external_id = s.key collate "default"
      )
    order by s.id limit ${limit}::int
  `);
  return [...rows];
}

/** As `settledBy` names a track of a library. */
const track = {
  provider: sql`c.provider`,
  externalId: sql`r.external_id`,
  ownKey: sql`r.own_key`,
  was: sql`r.was`,
};

/** Tracks with their recordings. `r` has a connection_id, an external_id, an own_key and a `was`. */
const settledBy = (rows: SQL) => sql`
  select r.*, coalesce(m.recording_key, n.recording_key, r.own_key) as recording_key
  from (${rows}) r
  join connections c on c.id = r.connection_id
  left join lateral (${matchedTrack(track)}) m on true
  left join lateral (${namesake(track)}) n on m.recording_key is null`;

type MappedTrack = Pick<UnmappedTrack, "connectionId" | "externalId" | "itemId"> & {
  ownKey: string;
};

/**
 * Keeps which recording tracks are; what is known of those recordings is to be gathered again. Answers
 * which of them go by another key than before, in the library or in a source that knew them first.
 */
export async function saveRecordings(
  db: Db,
  { userId, tracks }: { userId: string; tracks: readonly MappedTrack[] },
): Promise<Rekeyed[]> {
  if (tracks.length === 0) return [];
  const told = sql`
    select distinct on (r."connectionId", r."externalId") r."connectionId" as connection_id,
      r."externalId" as external_id, r."itemId" as item_id, r."ownKey" as own_key,
      l.recording_key as was
    from jsonb_to_recordset(${JSON.stringify(tracks)}::jsonb)
      as r("connectionId" uuid, "externalId" text, "itemId" bigint, "ownKey" text)
    join connections c on c.id = r."connectionId" and c.user_id = ${userId}::uuid
    left join library_recordings l
      on l.connection_id = r."connectionId" and l.external_id = r."externalId"
    order by r."connectionId", r."externalId", r."itemId" desc nulls last`;
  const rows = await db.execute<Rekeyed>(sql`
    with settled as materialized (${settledBy(told)}),
    saved as (
      insert into library_recordings as l
        (connection_id, external_id, item_id, own_key, recording_key)
      select connection_id, external_id, item_id, own_key, recording_key from settled
      on conflict (connection_id, external_id) do update
        set item_id = excluded.item_id, own_key = excluded.own_key,
          recording_key = excluded.recording_key
    ),
    rekeyed as materialized (
      select was, recording_key as now from settled where was <> recording_key
      union
      select t.recording_key, s.recording_key from settled s
      join source_tracks t on t.connection_id = s.connection_id and t.external_id = s.external_id
      join sources o on o.id = t.source_id and o.edition = t.edition
        and o.user_id = ${userId}::uuid
      where s.was is null and t.recording_key <> s.recording_key
    ),
    stale as (
      insert into stale_facts (user_id, recording_key)
      select ${userId}::uuid, recording_key from settled
      union select ${userId}::uuid, was from rekeyed
      order by 2
      on conflict do nothing
    )
    select was, now from rekeyed
  `);
  return [...rows];
}

/**
 * Follows matches that were made, given up or mean another recording since; null is all of them. A
 * track without an ISRC follows its namesake in the catalogue too.
 * Answers which recordings go by another key for it.
 */
export async function followMatches(
  db: Db,
  { userId, since }: { userId: string; since: Date | null },
): Promise<Rekeyed[]> {
  const from = since?.toISOString() ?? null;
  const changedFrom = sql`${from}::timestamptz - ${OVERLAP}`;
  const theirs = sql`
    select l.connection_id, l.external_id, l.own_key, l.recording_key as was
    from library_recordings l
    join connections c on c.id = l.connection_id and c.user_id = ${userId}::uuid`;
  const held = sql`
    ${theirs}
    join (
      select provider, external_id from track_matches
      where ${from}::timestamptz is null or updated_at > ${changedFrom}
      union
      select m.provider, m.external_id from tracks t join track_matches m on m.track_id = t.id
      where t.updated_at > ${changedFrom}
    ) m on m.provider = c.provider and m.external_id = l.external_id
    union
    ${theirs}
    where l.recording_key <> l.own_key and not exists (
      select from track_matches m join tracks t on t.id = m.track_id
      where m.provider = c.provider and m.external_id = l.external_id and m.status = 'found'
        and t.recording_key = l.recording_key
    ) and not exists (
      select from tracks t where t.name_key = l.own_key and t.recording_key = l.recording_key
    )
    union
    ${theirs}
    where l.recording_key = l.own_key and l.own_key like 'name:%' and exists (
      select from tracks t where t.name_key = l.own_key and t.recording_key <> l.own_key
    )`;
  const rows = await db.execute<Rekeyed>(sql`
    with moving as materialized (
      select * from (${settledBy(held)}) s where was <> recording_key
    ),
    moved as (
      update library_recordings l set recording_key = m.recording_key
      from moving m
      where l.connection_id = m.connection_id and l.external_id = m.external_id
    ),
    stale as (
      insert into stale_facts (user_id, recording_key)
      select distinct ${userId}::uuid, unnest(array[was, recording_key]) from moving order by 2
      on conflict do nothing
    )
    select distinct was, recording_key as now from moving
  `);
  return [...rows];
}

/** Which recording a track of a user's library is; null as long as nobody looked. */
export async function findRecordingKey(
  db: Db,
  args: { userId: string; provider: PersonalProvider; externalId: string },
): Promise<string | null> {
  const [row] = await db.execute<{ key: string }>(sql`
    select l.recording_key as key from connections c
    join library_recordings l on l.connection_id = c.id and l.external_id = ${args.externalId}
    where c.user_id = ${args.userId}::uuid and c.provider = ${args.provider}::provider
  `);
  return row?.key ?? null;
}
