import "server-only";
import { and, eq, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { connections } from "@/db/schema/identity";
import { syncSettings } from "@/db/schema/sync";
import type { Provider } from "@/lib/connections/provider";

type Owner = { userId: string; provider: Provider };

/** When a connection's library is read; null before it was first asked for. */
export async function findSyncSchedule(db: Db, { userId, provider }: Owner) {
  const [row] = await db
    .select({
      isPaused: syncSettings.isPaused,
      everyHours: syncSettings.everyHours,
      nextSyncAt: syncSettings.nextSyncAt,
    })
    .from(syncSettings)
    .innerJoin(connections, eq(connections.id, syncSettings.connectionId))
    .where(and(eq(connections.userId, userId), eq(connections.provider, provider)));
  return row ?? null;
}

/**
 * Sets how often a library is read, and whether at all. The next time follows from the last sync.
 * False when the user has no such connection in use.
 */
export async function saveSyncSchedule(
  db: Db,
  { userId, provider, isPaused, everyHours }: Owner & { isPaused: boolean; everyHours: number },
): Promise<boolean> {
  const rows = await db.execute(sql`
    insert into sync_settings (connection_id, is_paused, every_hours, next_sync_at)
    select c.id, ${isPaused}, ${everyHours}::int,
      now() + make_interval(hours => ${everyHours}::int)
    from connections c
    where c.user_id = ${userId}::uuid and c.provider = ${provider}::provider
      and c.status <> 'disconnected'
    on conflict (connection_id) do update set
      is_paused = excluded.is_paused,
      every_hours = excluded.every_hours,
      next_sync_at = greatest(now(), coalesce((
        select max(r.created_at) from sync_runs r where r.connection_id = excluded.connection_id
      ), now()) + make_interval(hours => excluded.every_hours)),
      updated_at = now()
    returning connection_id
  `);
  return rows.length > 0;
}
