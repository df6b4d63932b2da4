import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";

export type IsrcAnswer = { isrc: string; tracks: unknown; fetchedAt: Date };

/** What Spotify last said about these ISRCs, kept so that it is not asked the same twice. */
export async function findIsrcAnswers(db: Db, isrcs: string[]): Promise<IsrcAnswer[]> {
  if (isrcs.length === 0) return [];
  const rows = await db.execute<{ isrc: string; tracks: unknown; fetchedMs: number }>(sql`
    select external_id as isrc, raw as tracks,
      (extract(epoch from fetched_at) * 1000)::float8 as "fetchedMs"
    from external_data
    where provider = 'spotify' and entity_type = 'isrc'
      and external_id in (select jsonb_array_elements_text(${JSON.stringify(isrcs)}::jsonb))
  `);
  return rows.map(({ fetchedMs, ...row }) => ({ ...row, fetchedAt: new Date(fetchedMs) }));
}

export async function saveIsrcAnswers(
  db: Db,
  answers: { isrc: string; tracks: unknown; payloadHash: string }[],
): Promise<void> {
  if (answers.length === 0) return;
  await db.execute(sql`
    insert into external_data as e
      (provider, entity_type, external_id, raw, payload_hash, status, processed_at)
    select 'spotify', 'isrc', isrc, tracks, "payloadHash", 'processed', now()
    from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb)
      as r(isrc text, tracks jsonb, "payloadHash" text)
    order by isrc
    on conflict (provider, entity_type, external_id) do update
      set raw = excluded.raw, payload_hash = excluded.payload_hash, fetched_at = now(),
        processed_at = now()
  `);
}
