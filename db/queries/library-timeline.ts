import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { TopRange } from "@/lib/library/part";
import type { Seen } from "@/lib/library/stays";
import type { TrackFacts, TrackPlays } from "@/lib/library/track-history";
import { type OwnLibrary, ownConnection } from "./library-pages";

type OfTrack = OwnLibrary & { externalId: string };

const ofTrack = (track: OfTrack) => sql`t.connection_id = ${ownConnection(track)}
  and t.external_id = ${track.externalId}`;
const fetchedAt = sql`to_json(t.fetched_at) #>> '{}' as at`;
const addedAt = sql`to_json(t.added_at) #>> '{}' as "addedAt"`;

/** A track as it was described last; one that only plays know has a name and little else. */
export async function findTrack(db: Db, track: OfTrack): Promise<TrackFacts | null> {
  const rows = await db.execute<TrackFacts>(sql`
    (select t.external_id as "externalId", t.kind, t.name,
      coalesce((select array_agg(a.value ->> 'name' order by a.ordinality)
        from jsonb_array_elements(t.artists) with ordinality a), '{}') as artists,
      t.album_name as "albumName", t.cover_url as "coverUrl", t.duration_ms as "durationMs", t.isrc,
      t.released_on as "releasedOn", t.url
    from provider_items t
    where ${ofTrack(track)} and t.kind in ('track', 'episode', 'local', 'video')
    order by t.id desc limit 1)
    union all
    (select t.external_id, 'track', t.track_name, array_remove(array[t.artist_name], null),
      t.album_name, null, null, null, null, null
    from user_recently_played t where ${ofTrack(track)} order by t.played_at desc limit 1)
    limit 1
  `);
  return rows[0] ?? null;
}

/** What the syncs saw of a saved track, in their order. */
export async function listSavedSeen(db: Db, track: OfTrack): Promise<Seen[]> {
  const rows = await db.execute<Seen>(sql`
    select ${fetchedAt}, ${addedAt}, t.gone from user_saved_tracks t
    where ${ofTrack(track)} order by t.id
  `);
  return [...rows];
}

export type PlaceSeen = Seen & { playlistId: string; occurrence: string };

/** What the syncs saw of a track in playlists, in their order. */
export async function listPlacesSeen(db: Db, track: OfTrack): Promise<PlaceSeen[]> {
  const rows = await db.execute<PlaceSeen>(sql`
    select t.playlist_id as "playlistId", t.occurrence, ${fetchedAt}, ${addedAt}, t.gone
    from user_playlist_tracks t where ${ofTrack(track)} order by t.id
  `);
  return [...rows];
}

export type PlaylistSeen = Seen & { playlistId: string; name: string };

/** What the syncs saw of the playlists a track was ever in, in their order. */
export async function listPlaylistsSeen(db: Db, track: OfTrack): Promise<PlaylistSeen[]> {
  const rows = await db.execute<PlaylistSeen>(sql`
    select p.external_id as "playlistId", p.name, to_json(p.fetched_at) #>> '{}' as at,
      null as "addedAt", p.gone
    from user_playlists p
    where p.connection_id = ${ownConnection(track)} and p.external_id in (
      select t.playlist_id from user_playlist_tracks t where ${ofTrack(track)}
    )
    order by p.id
  `);
  return [...rows];
}

export type RankSeen = { at: string; range: TopRange; rank: number; gone: boolean };

/** The ranks of a track in the tops, as the syncs saw them, in their order. */
export async function listRanksSeen(db: Db, track: OfTrack): Promise<RankSeen[]> {
  const rows = await db.execute<RankSeen>(sql`
    select ${fetchedAt}, t.range, t.rank, t.gone from user_top_tracks t
    where ${ofTrack(track)} order by t.id
  `);
  return [...rows];
}

/** How often and when a track was played: by month, and the newest plays. */
export async function readTrackPlays(
  db: Db,
  { newest, ...track }: OfTrack & { newest: number },
): Promise<TrackPlays> {
  const months = await db.execute<{
    month: string;
    plays: number;
    first: string;
    last: string;
  }>(sql`
    select to_char(t.played_at at time zone 'UTC', 'YYYY-MM') as month, count(*)::int as plays,
      to_json(min(t.played_at)) #>> '{}' as first, to_json(max(t.played_at)) #>> '{}' as last
    from user_recently_played t where ${ofTrack(track)} group by 1 order by 1
  `);
  const rows = await db.execute<{ at: string }>(sql`
    select to_json(t.played_at) #>> '{}' as at from user_recently_played t
    where ${ofTrack(track)} order by t.played_at desc limit ${newest}
  `);
  return {
    total: months.reduce((sum, { plays }) => sum + plays, 0),
    first: months[0]?.first ?? null,
    last: months.at(-1)?.last ?? null,
    months: months.map(({ month, plays }) => ({ month, plays })),
    newest: rows.map(({ at }) => at),
  };
}
