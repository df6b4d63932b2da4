import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { CatalogFacts } from "@/lib/enrichment/known-recording";
import { creditedNames } from "./credits";

/** What the catalogue says of recordings: of each, by the release that came first. */
export async function listCatalogFacts(
  db: Db,
  { recordingKeys }: { recordingKeys: readonly string[] },
): Promise<CatalogFacts[]> {
  const rows = await db.execute<CatalogFacts>(sql`
    with firsts as materialized (
      select distinct on (t.recording_key) t.*
      from unnest(${sql.param([...recordingKeys])}::text[]) as wanted(key)
      join tracks t on t.recording_key = wanted.key
      order by t.recording_key, t.publish_date, t.beatport_id
    ),
    found as (
      select distinct on (t.recording_key) t.recording_key, m.external_uri
      from firsts f
      join tracks t on t.recording_key = f.recording_key
      join track_matches m on m.track_id = t.id and m.provider = 'spotify' and m.status = 'found'
      order by t.recording_key, t.publish_date, t.beatport_id
    )
    select t.recording_key as "recordingKey", t.id as "trackId", found.external_uri as "spotifyUri",
      t.title, t.mix_name as "mixName", ${creditedNames("artist")} as artists,
      ${creditedNames("remixer")} as remixers, l.name as label, s.name as style,
      t.sub_genre as "subGenre", t.bpm, t.camelot_key as key, t.length_ms as "lengthMs",
      coalesce(t.original_date, t.publish_date)::text as "releasedOn", t.isrc
    from firsts t
    join styles s on s.id = t.style_id
    join releases r on r.id = t.release_id
    left join labels l on l.id = r.label_id
    left join found on found.recording_key = t.recording_key
  `);
  return [...rows];
}
