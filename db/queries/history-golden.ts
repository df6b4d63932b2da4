import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { SHORTEST_PLAY_MS } from "@/lib/history/counted-play";
import { creditedNames } from "./credits";
import { mine } from "./history-owner";

export type GoldenPlays = {
  id: string;
  title: string;
  mixName: string | null;
  artists: string;
  category: string;
  categoryId: string;
  style: string;
  color: number;
  /** ISO moments. */
  promotedAt: string;
  lastPlayedAt: string | null;
  playsBefore: number;
  playsSince: number;
  isOnProvider: boolean;
};

/** A person's Golden tracks with how often they were really played, by any release of the recording. */
export async function listGoldenPlays(
  db: Db,
  { userId, neverOnly, limit }: { userId: string; neverOnly: boolean; limit: number },
): Promise<GoldenPlays[]> {
  const rows = await db.execute<GoldenPlays>(sql`
    with golden as materialized (
      select g.id, g.track_id, g.added_at, c.id as category_id, c.name as category, c.color,
        s.name as style, t.title, t.mix_name, t.recording_key
      from golden_tracks g
      join user_categories c on c.id = g.category_id
      join styles s on s.id = c.style_id
      join tracks t on t.id = g.track_id
      where g.user_id = ${userId}::uuid
    ),
    ids as (
      select distinct g.id, m.external_id
      from golden g join tracks same on same.recording_key = g.recording_key
      join track_matches m on m.track_id = same.id and m.status = 'found'
      where m.external_id is not null
    ),
    heard as (
      select ids.id, count(p.id) filter (where p.played_at >= g.added_at)::int as since,
        count(p.id) filter (where p.played_at < g.added_at)::int as before,
        max(p.played_at) as last_at
      from ids join golden g on g.id = ids.id
      left join user_recently_played p on p.connection_id = ${mine(userId)}
        and p.external_id = ids.external_id
        and (p.ms_played is null or p.ms_played >= ${SHORTEST_PLAY_MS})
      group by ids.id
    ),
    told as (
      select g.*, h.id is not null as on_provider, coalesce(h.since, 0) as since,
        coalesce(h.before, 0) as before, h.last_at
      from golden g left join heard h on h.id = g.id
    )
    select told.id, title, mix_name as "mixName", category, category_id as "categoryId", style,
      color, to_json(added_at) #>> '{}' as "promotedAt", to_json(last_at) #>> '{}' as "lastPlayedAt",
      before as "playsBefore", since as "playsSince", on_provider as "isOnProvider",
      array_to_string(${creditedNames("artist", sql`told.track_id`)}, ', ') as artists
    from told where ${neverOnly ? sql`since = 0` : sql`true`}
    order by since desc, added_at desc, id limit ${limit}
  `);
  return [...rows];
}

/** How many Golden tracks a person has. */
export async function countGolden(db: Db, { userId }: { userId: string }): Promise<number> {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from golden_tracks where user_id = ${userId}::uuid`,
  );
  return row?.count ?? 0;
}
