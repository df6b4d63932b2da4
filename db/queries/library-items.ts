import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Provider } from "@/lib/connections/provider";
import type { HashedItem } from "@/lib/library/hash-row";
import type { RowFacts } from "@/lib/library/provider-library";
import type { ListOf } from "./sync-lists";

type OfConnection = { connectionId: string; provider: Provider; syncId: string | null };

/**
 * Comes before every other lock: who erases a connection waits until what is being written for it is
 * written, and what comes after finds no connection and writes nothing.
 */
const held = (connectionId: string) => sql`held as materialized (
  select id as held_by from connections where id = ${connectionId}::uuid for key share
)`;

/**
 * Keeps items as they were described, each version of one once. In no transaction with other work:
 * whoever keeps the same item waits for it. The disk is not waited for; see `notePage`.
 */
export async function insertItems(
  db: Db,
  { connectionId, provider, syncId, items }: OfConnection & { items: readonly HashedItem[] },
): Promise<void> {
  if (items.length === 0) return;
  await db.execute(sql`
    with quick as materialized (
      select set_config('synchronous_commit', 'off', true)
    ), ${held(connectionId)}
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
    ), quick, held
    order by kind, "externalId", "factHash"
    on conflict do nothing
  `);
}

export type Sighting = {
  position: number;
  item: Pick<HashedItem, "kind" | "externalId" | "factHash"> | null;
  facts: RowFacts;
};

/**
 * Notes that a page is read and what was on it, and locks its list until the transaction ends. The
 * items must be kept already. False when the page is no longer wanted: then nothing is noted. The
 * transaction does not wait for the disk: a page that is lost with the power is read again, and what
 * tells that it was read, a step's result, is on the disk after it.
 */
export async function notePage(
  db: Db,
  args: ListOf & {
    connectionId: string;
    pageId: number;
    /** How many rows the list has, as the page says. */
    total: number | null;
    rows: number;
    unreadable: number;
    sightings: readonly Sighting[];
  },
): Promise<boolean> {
  const { connectionId, pageId, total, rows, unreadable, syncId, part, subject } = args;
  const seen = args.sightings.map(({ item, ...sighting }) => ({ ...sighting, ...keyOf(item) }));
  const marked = await db.execute(sql`
    with quick as materialized (
      select set_config('synchronous_commit', 'off', true)
    ),
    ${held(connectionId)},
    marked as (
      update sync_pages p set read_at = clock_timestamp(), rows = ${rows}, total = ${total}
      from held where p.id = ${pageId} and p.read_at is null
      returning p.id
    ),
    noted as (
      insert into sync_sightings
        (run_id, connection_id, part, subject, position, external_id, item_id, facts)
      select ${syncId}::uuid, ${connectionId}::uuid, ${part}::library_part, ${subject},
        s.position, s."externalId", i.id, s.facts
      from marked cross join jsonb_to_recordset(${JSON.stringify(seen)}::jsonb) as s(
        position int, kind text, "externalId" text, "factHash" text, facts jsonb
      )
      left join lateral (
        select id from provider_items
        where connection_id = ${connectionId}::uuid and kind = s.kind::item_kind
          and external_id = s."externalId" and fact_hash = s."factHash"
        limit 1
      ) i on true
      on conflict do nothing
    ),
    counted as (
      update sync_lists set stored = stored + ${rows}, unreadable = unreadable + ${unreadable},
        total = coalesce(${total}::int, total), requested = coalesce(${total}::int, total)
      from marked
      where run_id = ${syncId}::uuid and part = ${part}::library_part and subject = ${subject}
    )
    select id from marked, quick
  `);
  return marked.length > 0;
}

const keyOf = (item: Sighting["item"]) =>
  item && { kind: item.kind, externalId: item.externalId, factHash: item.factHash };

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
  const keys = items.map(keyOf);
  const rows = await db.execute<{ hash: string; external_id: string; id: number }>(sql`
    select i.fact_hash as hash, i.external_id, i.id::float8 as id
    from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb)
      as k(kind text, "externalId" text, "factHash" text)
    cross join lateral (
      select id, external_id, fact_hash from provider_items
      where connection_id = ${connectionId}::uuid and kind = k.kind::item_kind
        and external_id = k."externalId" and fact_hash = k."factHash"
      limit 1
    ) i
  `);
  return new Map(rows.map(({ hash, external_id, id }) => [`${external_id} ${hash}`, id]));
}
