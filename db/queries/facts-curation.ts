import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { CurationFacts } from "@/lib/enrichment/known-recording";
import { weekName } from "./week-name";

/** Where some recordings stand in a user's weeks and Golden lists, a row per place. */
export async function listCurationFacts(
  db: Db,
  { userId, recordingKeys }: { userId: string; recordingKeys: readonly string[] },
): Promise<CurationFacts[]> {
  const rows = await db.execute<CurationFacts>(sql`
    with wanted as materialized (
      select t.id, t.recording_key
      from unnest(${sql.param([...recordingKeys])}::text[]) as wanted(key)
      join tracks t on t.recording_key = wanted.key
    )
    select t.recording_key as "recordingKey",
      case when k.id is null then 'bronze' when k.is_trash then 'trash' else 'silver' end as stage,
      case when not k.is_trash then k.name end as category,
      ${weekName} as week,
      to_json(c.sorted_at) #>> '{}' as at
    from wanted t
    join curation_tracks c on c.track_id = t.id
    join curation_periods w on w.id = c.period_id and w.user_id = ${userId}::uuid
    left join period_playlists p on p.id = c.current_silver_playlist_id
    left join user_categories k on k.id = p.category_id
    union all
    select t.recording_key, 'golden', k.name, null, to_json(g.added_at) #>> '{}'
    from wanted t
    join golden_tracks g on g.track_id = t.id and g.user_id = ${userId}::uuid
    join user_categories k on k.id = g.category_id
  `);
  return [...rows];
}
