import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";

/** Whether the playlist is, or ever was, in a library of the user. */
export async function hasPlaylist(
  db: Db,
  args: { userId: string; connectionId: string; playlistId: string },
): Promise<boolean> {
  const rows = await db.execute(sql`
    select from user_playlists p join connections c on c.id = p.connection_id
    where c.id = ${args.connectionId}::uuid and c.user_id = ${args.userId}::uuid
      and p.external_id = ${args.playlistId} limit 1
  `);
  return rows.length > 0;
}

/** The connection that a sync read; null when it was not one of the user's. */
export async function findConnectionOfSync(
  db: Db,
  { userId, runId }: { userId: string; runId: string },
): Promise<string | null> {
  const [row] = await db.execute<{ id: string }>(sql`
    select c.id from sync_runs r join connections c on c.id = r.connection_id
    where r.id = ${runId}::uuid and c.user_id = ${userId}::uuid
  `);
  return row?.id ?? null;
}
