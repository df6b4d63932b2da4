import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { type OwnLibrary, ownConnection } from "./library-pages";

type Moment = OwnLibrary & { playlistId: string; at: Date };

/** Whether the library knows what a playlist held at a moment, be it nothing: its rows or that it had none. */
export async function wasKnown(db: Db, { playlistId, at, ...own }: Moment): Promise<boolean> {
  const until = sql`${at.toISOString()}::timestamptz`;
  const [row] = await db.execute<{ known: boolean }>(sql`
    select not coalesce(newest.gone, false) and (newest.total = 0 or exists (
      select 1 from user_playlist_tracks t
      where t.connection_id = owned.id and t.playlist_id = ${playlistId} and t.fetched_at <= ${until}
    )) is true as known
    from (select ${ownConnection(own)} as id) owned
    left join lateral (
      select p.gone, p.total from user_playlists p
      where p.connection_id = owned.id and p.external_id = ${playlistId} and p.fetched_at <= ${until}
      order by p.id desc limit 1
    ) newest on true
  `);
  return row?.known ?? false;
}

/** What the library knows a playlist held at a moment, as URIs in order; null for what has none. */
export async function listUrisAsOf(
  db: Db,
  { playlistId, at, ...own }: Moment,
): Promise<(string | null)[]> {
  const rows = await db.execute<{ uri: string | null }>(sql`
    select case when s.external_id is null or s.external_id like 'spotify:%' then s.external_id
      else 'spotify:' || coalesce(s.kind::text, 'track') || ':' || s.external_id end as uri
    from (
      select distinct on (t.occurrence)
        t.occurrence, t.position, t.external_id, t.kind, t.gone
      from user_playlist_tracks t
      where t.connection_id = ${ownConnection(own)} and t.playlist_id = ${playlistId}
        and t.fetched_at <= ${at.toISOString()}::timestamptz
      order by t.occurrence desc, t.id desc
    ) s
    where not s.gone order by s.position, s.occurrence
  `);
  return rows.map(({ uri }) => uri);
}
