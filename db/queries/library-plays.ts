import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Provider } from "@/lib/connections/provider";

export type Play = {
  playedAt: string;
  externalId: string;
  itemId: number | null;
  trackName: string;
  artistName: string | null;
  albumName: string | null;
  contextUri: string | null;
};

type OfConnection = { connectionId: string; provider: Provider; syncId: string | null };

/**
 * Adds the plays that are not known. A play of the same track within `toleranceS` of a known one is
 * that one: providers tell now of its beginning, now of its end. Answers how many were added, and
 * the newest play that was known before.
 */
export async function insertPlays(
  db: Db,
  {
    connectionId,
    provider,
    syncId,
    plays,
    toleranceS,
  }: OfConnection & {
    plays: readonly Play[];
    toleranceS: number;
  },
): Promise<{ added: number; newestBefore: Date | null }> {
  // two readings of one library at once would each find the other's plays missing
  await db.execute(
    sql`select 1 from connections where id = ${connectionId}::uuid for no key update`,
  );
  const [row] = await db.execute<{ added: number; newest_ms: number | null }>(sql`
    with seen as (
      select * from jsonb_to_recordset(${JSON.stringify(plays)}::jsonb) as p(
        "playedAt" timestamptz, "externalId" text, "itemId" bigint, "trackName" text,
        "artistName" text, "albumName" text, "contextUri" text
      )
    ),
    before as (
      select max(played_at) as newest from user_recently_played
      where connection_id = ${connectionId}::uuid
    ),
    added as (
      insert into user_recently_played (
        connection_id, provider, run_id, source, played_at, external_id, item_id, track_name,
        artist_name, album_name, context_uri
      )
      select ${connectionId}::uuid, ${provider}::provider, ${syncId}::uuid, 'live', "playedAt",
        "externalId", "itemId", "trackName", "artistName", "albumName", "contextUri"
      from seen
      where not exists (
        select 1 from user_recently_played known
        where known.connection_id = ${connectionId}::uuid
          and known.external_id = seen."externalId"
          and known.played_at between
            seen."playedAt" - make_interval(secs => ${toleranceS}::float8)
            and seen."playedAt" + make_interval(secs => ${toleranceS}::float8)
      )
      order by "playedAt"
      on conflict do nothing
      returning 1
    )
    select (select count(*) from added)::int as added,
      extract(epoch from (select newest from before))::float8 * 1000 as newest_ms
  `);
  return {
    added: row?.added ?? 0,
    newestBefore: row?.newest_ms == null ? null : new Date(row.newest_ms),
  };
}

/** More may have been heard between two moments than the provider could show. */
export async function insertGap(
  db: Db,
  args: { connectionId: string; syncId: string | null; after: Date; before: Date },
): Promise<void> {
  await db.execute(sql`
    insert into play_gaps (connection_id, run_id, after, before)
    values (
      ${args.connectionId}::uuid, ${args.syncId}::uuid, ${args.after.toISOString()}::timestamptz,
      ${args.before.toISOString()}::timestamptz
    )
    on conflict do nothing
  `);
}

/** When plays of a connection are to be asked for again. */
export async function schedulePlays(
  db: Db,
  { connectionId, at }: { connectionId: string; at: Date },
): Promise<void> {
  await db.execute(sql`
    insert into sync_settings (connection_id, next_plays_at)
    values (${connectionId}::uuid, ${at.toISOString()}::timestamptz)
    on conflict (connection_id) do update set next_plays_at = excluded.next_plays_at
  `);
}
