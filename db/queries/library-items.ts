import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Provider } from "@/lib/connections/provider";
import type { HashedItem } from "@/lib/library/hash-row";
import type { RowFacts } from "@/lib/library/provider-library";
import type { ListOf } from "./sync-lists";

type OfConnection = { connectionId: string; provider: Provider; syncId: string | null };

/** Keeps items as they were described, each version of one once. */
export async function insertItems(
  db: Db,
  { connectionId, provider, syncId, items }: OfConnection & { items: readonly HashedItem[] },
): Promise<void> {
  if (items.length === 0) return;
  await db.execute(sql`
    insert into provider_items (
      connection_id, provider, run_id, kind, external_id, fact_hash, name, artists, album_id,
      album_name, cover_url, duration_ms, isrc, explicit, released_on, genres, url, raw
    )
    select ${connectionId}::uuid, ${provider}::provider, ${syncId}::uuid, kind::item_kind,
      "externalId", "factHash", name, artists, "albumId", "albumName", "coverUrl", "durationMs",
      isrc, explicit, "releasedOn", array(select jsonb_array_elements_text(genres)), url, raw
    from jsonb_to_recordset(${JSON.stringify(items)}::jsonb) as i(
      kind text, "externalId" text, "factHash" text, name text, artists jsonb, "albumId" text,
      "albumName" text, "coverUrl" text, "durationMs" int, isrc text, explicit boolean,
      "releasedOn" text, genres jsonb, url text, raw jsonb
    )
    order by kind, "externalId", "factHash"
    on conflict do nothing
  `);
}

export type Sighting = {
  position: number;
  item: Pick<HashedItem, "kind" | "externalId" | "factHash"> | null;
  facts: RowFacts;
};

/** Notes what a run saw in a list. The items must be kept already. */
export async function insertSightings(
  db: Db,
  {
    connectionId,
    sightings,
    ...list
  }: ListOf & {
    connectionId: string;
    sightings: readonly Sighting[];
  },
): Promise<void> {
  if (sightings.length === 0) return;
  const rows = sightings.map(({ position, item, facts }) => ({ position, facts, ...item }));
  await db.execute(sql`
    insert into sync_sightings
      (run_id, connection_id, part, subject, position, external_id, item_id, facts)
    select ${list.syncId}::uuid, ${connectionId}::uuid, ${list.part}::library_part,
      ${list.subject}, s.position, s."externalId", i.id, s.facts
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s(
      position int, kind text, "externalId" text, "factHash" text, facts jsonb
    )
    left join provider_items i on i.connection_id = ${connectionId}::uuid
      and i.kind = s.kind::item_kind and i.external_id = s."externalId"
      and i.fact_hash = s."factHash"
    on conflict do nothing
  `);
}

/** The ids under which items are kept. */
export async function findItemIds(
  db: Db,
  {
    connectionId,
    items,
  }: {
    connectionId: string;
    items: readonly Pick<HashedItem, "kind" | "externalId" | "factHash">[];
  },
): Promise<Map<string, number>> {
  const keys = items.map(({ kind, externalId, factHash }) => ({ kind, externalId, factHash }));
  const rows = await db.execute<{ hash: string; external_id: string; id: number }>(sql`
    select i.fact_hash as hash, i.external_id, i.id::float8 as id
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as k(kind text, "externalId" text, "factHash" text)
    join provider_items i on i.connection_id = ${connectionId}::uuid
      and i.kind = k.kind::item_kind and i.external_id = k."externalId"
      and i.fact_hash = k."factHash"
  `);
  return new Map(rows.map(({ hash, external_id, id }) => [`${external_id} ${hash}`, id]));
}
