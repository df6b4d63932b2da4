import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { type OwnLibrary, ownConnection } from "./library-pages";

/** What the library knows a playlist held at a moment, as URIs in order; null for what has none. */
export async function listUrisAsOf(
  db: Db,
  { playlistId, at, ...own }: OwnLibrary & { playlistId: string; at: Date },
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
