import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Provider } from "@/lib/connections/provider";
import type { ExportedPlay } from "@/lib/history/read-play";

type OfConnection = { connectionId: string };

const rowsOf = (plays: readonly ExportedPlay[]) => sql`
  jsonb_to_recordset(${JSON.stringify(plays)}::jsonb) as p(
    "endedAt" timestamptz, "externalId" text, "trackName" text, "artistName" text,
    "albumName" text, "msPlayed" int, details jsonb
  )`;

/** Those of the plays that an earlier reading of an export brought. */
export async function listKnownExports(
  db: Db,
  { connectionId, plays }: OfConnection & { plays: readonly ExportedPlay[] },
): Promise<{ externalId: string; endedMs: number }[]> {
  const keys = plays.map(({ endedAt, externalId }) => ({ endedAt, externalId }));
  const rows = await db.execute<{ externalId: string; endedMs: number }>(sql`
    select p."externalId", (extract(epoch from p."endedAt") * 1000)::float8 as "endedMs"
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as p("endedAt" timestamptz, "externalId" text)
    where exists (
      select 1 from user_recently_played k where k.connection_id = ${connectionId}::uuid
        and k.played_at = p."endedAt" and k.external_id = p."externalId" and k.source = 'export'
    ) or exists (
      select 1 from exported_plays k where k.connection_id = ${connectionId}::uuid
        and k.ended_at = p."endedAt" and k.external_id = p."externalId"
    )
  `);
  return [...rows];
}

/** Live plays around a time that no export told of yet, oldest first. */
export async function listUntoldPlays(
  db: Db,
  { connectionId, from, to }: OfConnection & { from: Date; to: Date },
) {
  const rows = await db.execute<{
    id: number;
    externalId: string;
    playedMs: number;
    durationMs: number | null;
  }>(sql`
    select p.id::float8 as id, p.external_id as "externalId", i.duration_ms as "durationMs",
      (extract(epoch from p.played_at) * 1000)::float8 as "playedMs"
    from user_recently_played p left join provider_items i on i.id = p.item_id
    where p.connection_id = ${connectionId}::uuid and p.source = 'live'
      and p.played_at between ${from.toISOString()}::timestamptz and ${to.toISOString()}::timestamptz
      and not exists (select 1 from exported_plays e where e.play_id = p.id)
    order by p.played_at, p.id
  `);
  return [...rows];
}

/** Notes what an export says of live plays. */
export async function insertTold(
  db: Db,
  { connectionId, told }: OfConnection & { told: readonly (ExportedPlay & { playId: number })[] },
): Promise<void> {
  if (told.length === 0) return;
  await db.execute(sql`
    insert into exported_plays (play_id, connection_id, external_id, ended_at, ms_played, details)
    select "playId", ${connectionId}::uuid, "externalId", "endedAt", "msPlayed", details
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as p(
      "playId" bigint, "endedAt" timestamptz, "externalId" text, "msPlayed" int, details jsonb
    )
    on conflict do nothing
  `);
}

/** Adds plays that only an export knows; answers how many were new. */
export async function insertExported(
  db: Db,
  {
    connectionId,
    provider,
    plays,
  }: OfConnection & { provider: Provider; plays: readonly ExportedPlay[] },
): Promise<number> {
  if (plays.length === 0) return 0;
  const [row] = await db.execute<{ added: number }>(sql`
    with added as (
      insert into user_recently_played (
        connection_id, provider, source, played_at, external_id, track_name, artist_name,
        album_name, ms_played, details
      )
      select ${connectionId}::uuid, ${provider}::provider, 'export', "endedAt", "externalId",
        "trackName", "artistName", "albumName", "msPlayed", details
      from ${rowsOf(plays)}
      on conflict do nothing
      returning 1
    )
    select count(*)::int as added from added
  `);
  return row?.added ?? 0;
}
