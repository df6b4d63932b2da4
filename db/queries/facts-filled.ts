import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";

/** Spotify's ids of the playlists that Clouder fills for a user: those that follow a rule set, and mirrors. */
export const filledFor = (userId: string) => sql`
  select coalesce(f.playlist_id, p.playlist_id) as playlist_id from rule_set_targets f
  left join playlist_plans p on p.id = f.plan_id
  where f.user_id = ${userId}::uuid and coalesce(f.playlist_id, p.playlist_id) is not null
  union
  select spotify_playlist_id from mirrors
  where user_id = ${userId}::uuid and spotify_playlist_id is not null and status <> 'removed'`;

export async function listFilled(db: Db, { userId }: { userId: string }): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select playlist_id as id from (${filledFor(userId)}) f order by 1
  `);
  return rows.map(({ id }) => id);
}
