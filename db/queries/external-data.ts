import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { updateProgress } from "./jobs";

export type Payload = {
  externalId: string;
  raw: unknown;
  payloadHash: string;
  /** Why it cannot be read; null when it can. */
  problem: string | null;
};

/**
 * Keeps a page of raw tracks, notes that the collection received them, and reports its progress: one
 * statement, all or nothing. A payload that is known word for word is not written again. Answers how
 * many distinct tracks this generation holds; null, and nothing is kept, when the job is no longer
 * this run's.
 */
export async function storePage(
  db: Db,
  args: {
    collectionId: string;
    runId: string;
    generation: number;
    page: number;
    payloads: Payload[];
    /** What Beatport counts; null leaves what is known. */
    expected: number | null;
  },
): Promise<{ fetched: number } | null> {
  const { collectionId, runId, generation, page, payloads, expected } = args;
  const rows = await db.execute<{ fetched: number }>(sql`
    with held as (
      select id from jobs
      where kind = 'collection' and subject_id = ${collectionId}::uuid and run_id = ${runId}
        and status in ('queued', 'running', 'waiting')
      for update
    ),
    received as (
      select r.* from held, jsonb_to_recordset(${JSON.stringify(payloads)}::jsonb)
        as r("externalId" text, raw jsonb, "payloadHash" text, problem text)
    ),
    written as (
      insert into external_data as e
        (provider, entity_type, external_id, raw, payload_hash, status, problem)
      select 'beatport', 'track', "externalId", raw, "payloadHash",
        (case when problem is null then 'pending' else 'invalid' end)::external_status, problem
      from received order by "externalId"
      on conflict (provider, entity_type, external_id) do update
        set raw = excluded.raw, payload_hash = excluded.payload_hash, status = excluded.status,
          problem = excluded.problem, fetched_at = now(), processed_at = null
        where e.payload_hash <> excluded.payload_hash
      returning e.id
    ),
    items as (
      select id from written
      union
      select e.id from external_data e join received r on r."externalId" = e.external_id
      where e.provider = 'beatport' and e.entity_type = 'track'
    ),
    noted as (
      insert into collection_items as i (collection_id, external_data_id, generation, page)
      select ${collectionId}::uuid, id, ${generation}::int, ${page}::int from items
      on conflict (collection_id, external_data_id) do update
        set generation = excluded.generation, page = excluded.page
        where i.generation <> excluded.generation
    ),
    counted as (
      select (
        (select count(*) from items) + (
          select count(*) from collection_items i
          where i.collection_id = ${collectionId}::uuid and i.generation = ${generation}::int
            and i.external_data_id not in (select id from items)
        )
      )::int as fetched
    ),
    advanced as ${updateProgress(
      db,
      {
        done: sql`(select fetched from counted)`,
        total: sql`coalesce(${expected}::int, total)`,
      },
      { kind: "collection", subjectId: collectionId, runId },
    )},
    told as (
      insert into job_log (job_id, message)
      select advanced.id, 'Page ' || ${page}::int || ' read: ' || counted.fetched
        || coalesce(' of ' || ${expected}::int, '') || ' tracks.'
      from advanced, counted
    )
    update collections c
    set fetched = counted.fetched, expected = coalesce(${expected}::int, c.expected),
      updated_at = now()
    from counted, held where c.id = ${collectionId}::uuid
    returning c.fetched
  `);
  return rows[0] ?? null;
}

/** Payloads of a collection that wait to become catalogue, locked until the transaction ends. */
export async function lockPendingPayloads(
  db: Db,
  { collectionId, limit }: { collectionId: string; limit: number },
): Promise<{ id: string; raw: unknown }[]> {
  const rows = await db.execute<{ id: string; raw: unknown }>(sql`
    select e.id, e.raw from external_data e
    join collection_items i on i.external_data_id = e.id
    where i.collection_id = ${collectionId}::uuid and e.status = 'pending'
      and e.provider = 'beatport' and e.entity_type = 'track'
    order by e.external_id limit ${limit}::int
    for update of e skip locked
  `);
  return [...rows];
}

/** Ties payloads to their tracks; one whose track did not come about is kept aside with its problem. */
export async function markProcessed(
  db: Db,
  outcomes: { id: string; beatportId: number | null; problem: string | null }[],
): Promise<{ invalid: number }> {
  const rows = await db.execute<{ invalid: number }>(sql`
    with outcome as (
      select r.id, t.id as track_id,
        coalesce(r.problem, case when t.id is null then 'its genre is none of the styles' end)
          as problem
      from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
        as r(id uuid, "beatportId" int, problem text)
      left join tracks t on t.beatport_id = r."beatportId"
    ),
    marked as (
      update external_data e
      set status = (case when o.problem is null then 'processed' else 'invalid' end)::external_status,
        entity_id = coalesce(o.track_id, e.entity_id), problem = o.problem, processed_at = now()
      from outcome o where e.id = o.id
      returning e.status
    )
    select (count(*) filter (where status = 'invalid'))::int as invalid from marked
  `);
  return { invalid: rows[0]?.invalid ?? 0 };
}
