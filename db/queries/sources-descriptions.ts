import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { DescribedTrack } from "@/lib/enrichment/enricher";
import { creditedNames } from "./credits";

export type Description = DescribedTrack & { recordingKey: string };

/**
 * What Beatport, MusicBrainz and the person say of recordings. Those that Beatport does not have are
 * left out: nothing is taken from anybody's library.
 */
export async function describeRecordings(
  db: Db,
  { userId, recordingKeys }: { userId: string; recordingKeys: readonly string[] },
): Promise<Description[]> {
  const rows = await db.execute<Description>(sql`
    select distinct on (t.recording_key) t.recording_key as "recordingKey",
      jsonb_build_object(
        'title', t.title, 'mixName', t.mix_name,
        'artists', ${creditedNames("artist")}, 'label', l.name, 'genre', s.name, 'subGenre', t.sub_genre, 'bpm', t.bpm,
        'key', t.camelot_key, 'releasedOn', t.publish_date
      ) as beatport,
      jsonb_build_object('categories', coalesce((
        select to_jsonb(e.categories) from track_enrichments e
        where e.recording_key = t.recording_key and e.source = 'musicbrainz' and e.user_id is null
        order by e.version desc limit 1
      ), '[]')) as musicbrainz,
      jsonb_build_object('tags', (
        select coalesce(jsonb_agg(g.tag order by g.folded), '[]') from track_tags g
        where g.user_id = ${userId}::uuid and g.recording_key = t.recording_key
      )) as person
    from unnest(${sql.param([...recordingKeys])}::text[]) as wanted(key)
    join tracks t on t.recording_key = wanted.key
    join styles s on s.id = t.style_id
    join releases r on r.id = t.release_id
    left join labels l on l.id = r.label_id
    order by t.recording_key, t.publish_date, t.id
  `);
  return [...rows];
}
