import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { type Provider, personalProviders } from "@/lib/connections/provider";
import { offeredParts } from "@/lib/library/offered-parts";

type Due = { connectionId: string; userId: string; provider: Provider };

const isIdle = sql`c.status = 'active' and not s.is_paused and not exists (
  select 1 from sync_runs r
  where r.connection_id = c.id and r.status in ('pending', 'running', 'waiting')
)`;

/** Libraries whose time to be read has come; a sync that is asked for sets the next one. */
export async function listDueLibraries(db: Db, { limit }: { limit: number }): Promise<Due[]> {
  const rows = await db.execute<Due>(sql`
    select c.id as "connectionId", c.user_id as "userId", c.provider
    from sync_settings s join connections c on c.id = s.connection_id
    where s.next_sync_at <= now() and ${isIdle}
    order by s.next_sync_at limit ${limit}
  `);
  return [...rows];
}

/** Providers that tell when something was played. */
const withPlays = personalProviders.filter((one) => offeredParts[one].includes("recently_played"));

/** Libraries whose plays are to be asked for, each claimed for so many minutes. */
export async function claimDuePlays(
  db: Db,
  { limit, minutes }: { limit: number; minutes: number },
): Promise<Omit<Due, "provider">[]> {
  const rows = await db.execute<Omit<Due, "provider">>(sql`
    update sync_settings set next_plays_at = now() + make_interval(mins => ${minutes}::int)
    from connections c
    where c.id = sync_settings.connection_id and c.id in (
      select c.id from sync_settings s join connections c on c.id = s.connection_id
      where s.next_plays_at <= now() and ${isIdle}
        and c.provider = any(${sql.param(withPlays)}::provider[])
      order by s.next_plays_at limit ${limit}
      for update of s skip locked
    )
    returning c.id as "connectionId", c.user_id as "userId"
  `);
  return [...rows];
}

/** Open syncs of which nothing was heard for a while, noted as announced again. */
export async function claimStillSyncs(
  db: Db,
  { minutes }: { minutes: number },
): Promise<{ syncId: string; userId: string }[]> {
  const rows = await db.execute<{ syncId: string; userId: string }>(sql`
    update sync_runs r set announced_at = now()
    where r.status in ('pending', 'running', 'waiting')
      and r.announced_at < now() - make_interval(mins => ${minutes}::int)
      and not exists (
        select 1 from jobs j where j.kind = 'sync' and j.subject_id = r.id
          and greatest(j.updated_at, j.waiting_until) > now() - make_interval(mins => ${minutes}::int)
      )
    returning r.id as "syncId", r.user_id as "userId"
  `);
  return [...rows];
}

/** What asking a connection for plays takes; null when there is no such one of the user's in use. */
export async function findListener(
  db: Db,
  { connectionId, userId }: { connectionId: string; userId: string },
) {
  const [row] = await db.execute<Due & { profileId: string | null; scopes: string[] }>(sql`
    select c.id as "connectionId", c.user_id as "userId", c.provider, c.profile_id as "profileId",
      c.scopes
    from connections c
    where c.id = ${connectionId}::uuid and c.user_id = ${userId}::uuid and c.status = 'active'
  `);
  return row ?? null;
}
