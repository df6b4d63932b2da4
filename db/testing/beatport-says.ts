import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { processRaw } from "@/lib/catalog/process-raw";
import { beatportRow } from "@/lib/testing/beatport-week";
import { createStyle } from "./factories";

/** A catalogue of one style that takes over what Beatport says of a track. Answers the track's id. */
export async function beatportOf(db: Db) {
  const style = await createStyle(db, { beatportId: 6 });
  const [row] = await db.execute<{ id: string }>(sql`
    insert into collections (style_id, year, week) values (${style.id}::uuid, 2026, 46) returning id
  `);
  const collectionId = row?.id ?? "";
  const says = async (id: number, changes: object = {}): Promise<string> => {
    const raw = JSON.stringify(beatportRow(id, changes));
    await db.execute(sql`
      with told as (
        insert into external_data (provider, entity_type, external_id, raw, payload_hash)
        values ('beatport', 'track', ${String(id)}, ${raw}::jsonb, '')
        on conflict (provider, entity_type, external_id) do update
          set raw = excluded.raw, status = 'pending', processed_at = null
        returning id
      )
      insert into collection_items (collection_id, external_data_id, generation, page)
      select ${collectionId}::uuid, id, 1, 1 from told on conflict do nothing
    `);
    await processRaw(db, { collectionId });
    const [track] = await db.execute<{ id: string }>(
      sql`select id from tracks where beatport_id = ${id}::int`,
    );
    return track?.id ?? "";
  };
  return { style, says };
}
