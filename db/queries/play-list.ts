import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { PlaySource } from "@/lib/library/part";

export type PlayPlace = { at: string; externalId: string };

export type Play = {
  /** ISO string, to the microsecond. */
  playedAt: string;
  externalId: string;
  trackName: string;
  artistName: string | null;
  albumName: string | null;
  isrc: string | null;
  durationMs: number | null;
  msPlayed: number | null;
  url: string | null;
  contextUri: string | null;
  source: PlaySource;
};

/** What was played in a time, the newest first; of one track when it is named. */
export async function listPlaysBetween(
  db: Db,
  args: {
    userId: string;
    connectionId: string;
    from: Date | null;
    to: Date;
    track: string | null;
    after: PlayPlace | null;
    limit: number;
  },
): Promise<Play[]> {
  const { userId, connectionId, from, to, track, after, limit } = args;
  const rows = await db.execute<Play>(sql`
    select to_json(p.played_at) #>> '{}' as "playedAt", p.external_id as "externalId",
      p.track_name as "trackName", p.artist_name as "artistName", p.album_name as "albumName",
      i.isrc, i.duration_ms as "durationMs", p.ms_played as "msPlayed", i.url,
      p.context_uri as "contextUri", p.source
    from (
      select * from user_recently_played l
      where l.connection_id = (
          select c.id from connections c
          where c.id = ${connectionId}::uuid and c.user_id = ${userId}::uuid
        )
        and l.played_at <= ${to.toISOString()}::timestamptz
        ${from ? sql`and l.played_at >= ${from.toISOString()}::timestamptz` : sql``}
        ${track === null ? sql`` : sql`and l.external_id = ${track}`}
        ${after ? sql`and (l.played_at, l.external_id) < (${after.at}::timestamptz, ${after.externalId})` : sql``}
      order by l.played_at desc, l.external_id desc limit ${limit}
    ) p left join provider_items i on i.id = p.item_id
    order by p.played_at desc, p.external_id desc
  `);
  return [...rows];
}
