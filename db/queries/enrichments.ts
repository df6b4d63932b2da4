import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { Enrichment, EnrichmentSource } from "@/lib/enrichment/enrichment";
import { inChunks } from "@/lib/in-chunks";

const BATCH = 2000;

const saysSomething = (answer: string) =>
  sql.raw(`(${answer}.categories <> '{}' or ${answer}.values <> '{}')`);

/**
 * Keeps what sources said. A version's newer answer takes the place of its older one, but never one
 * without content that of one with; nothing else is ever replaced, in whatever order answers arrive.
 */
export async function writeEnrichments(db: Db, enrichments: readonly Enrichment[]): Promise<void> {
  for (const some of inChunks(enrichments, BATCH)) {
    const rows = JSON.stringify(some);
    await db.execute(sql`
      insert into track_enrichments as t
        (user_id, recording_key, source, version, at, categories, values)
      select distinct on (r."recordingKey", r.source, r.version, r."userId")
        r."userId", r."recordingKey", r.source, r.version, r.at, r.categories, r.values
      from jsonb_to_recordset(${rows}::jsonb) as r(
        "userId" uuid, "recordingKey" text, source enrichment_source, version int, at timestamptz,
        categories text[], values jsonb
      )
      order by r."recordingKey", r.source, r.version, r."userId", ${saysSomething("r")} desc, r.at desc
      on conflict (recording_key, source, version, user_id) do update
        set at = excluded.at, categories = excluded.categories, values = excluded.values,
          stored_at = now()
        where (${saysSomething("t")}, t.at) < (${saysSomething("excluded")}, excluded.at)
    `);
  }
}

/** What each source says of some recordings by its highest version: to everybody, and to this user. */
export async function listEnrichments(
  db: Db,
  { userId, recordingKeys }: { userId: string; recordingKeys: readonly string[] },
): Promise<Enrichment[]> {
  const rows = await db.execute<Omit<Enrichment, "at"> & { at: string }>(sql`
    select distinct on (e.recording_key, e.source, e.user_id) e.user_id as "userId",
      e.recording_key as "recordingKey", e.source, e.version, to_json(e.at) #>> '{}' as at,
      e.categories, e.values
    from unnest(${sql.param([...recordingKeys])}::text[]) as wanted(key)
    join track_enrichments e on e.recording_key = wanted.key
    where e.user_id is null or e.user_id = ${userId}::uuid
    order by e.recording_key, e.source, e.user_id, e.version desc
  `);
  return rows.map(({ at, ...row }) => ({ ...row, at: new Date(at) }));
}

/**
 * Which recordings a source is to be asked about: those its version has not answered, and those it
 * knew nothing of when it was asked before `emptyBefore`. `userId` is null for what is everybody's.
 */
export async function listUnenriched(
  db: Db,
  args: {
    userId: string | null;
    recordingKeys: readonly string[];
    source: EnrichmentSource;
    version: number;
    emptyBefore: Date;
  },
): Promise<string[]> {
  const rows = await db.execute<{ key: string }>(sql`
    select key from unnest(${sql.param([...args.recordingKeys])}::text[])
      with ordinality as wanted(key, place)
    where not exists (
      select from track_enrichments e
      where e.recording_key = wanted.key and e.source = ${args.source}::enrichment_source
        and e.version >= ${args.version}::int
        and e.user_id is not distinct from ${args.userId}::uuid
        and (e.at >= ${args.emptyBefore.toISOString()}::timestamptz
          or e.categories <> '{}' or e.values <> '{}')
    )
    group by key order by min(place)
  `);
  return rows.map(({ key }) => key);
}
