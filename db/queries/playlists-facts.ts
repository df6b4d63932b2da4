import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { type OwnLibrary, ownConnection } from "./library-pages";

export type ListedTrack = {
  uri: string;
  /** Null where neither the catalogue nor the library knows the recording. */
  recordingKey: string | null;
  key: string | null;
  bpm: number | null;
  label: string | null;
  genre: string | null;
  year: string | null;
};

/** What is known of tracks that stand in a playlist: from the catalogue, else from the facts about the person's library. */
export async function listTrackFacts(
  db: Db,
  { uris, ...own }: OwnLibrary & { uris: readonly string[] },
): Promise<ListedTrack[]> {
  const rows = await db.execute<ListedTrack>(sql`
    with asked as (
      select uri, split_part(uri, ':', 3) as id
      from unnest(${sql.param([...uris])}::text[]) as uri
    ),
    catalogue as (
      select distinct on (a.uri) a.uri, t.recording_key, t.camelot_key, t.bpm, s.name as genre,
        n.name as label, coalesce(t.original_date, t.publish_date) as released_on
      from asked a
      join track_matches m on m.external_uri = a.uri and m.provider = 'spotify'
        and m.status = 'found'
      join tracks t on t.id = m.track_id
      join styles s on s.id = t.style_id
      left join releases r on r.id = t.release_id
      left join labels n on n.id = r.label_id
      order by a.uri, t.id
    ),
    library as (
      select distinct on (a.uri) a.uri, i.isrc
      from asked a
      join provider_items i on i.connection_id = ${ownConnection(own)}
        and i.kind = 'track' and i.external_id = a.id
      where i.isrc is not null
      order by a.uri, i.id desc
    )
    select a.uri, k.recording as "recordingKey", coalesce(c.camelot_key, f.key) as key,
      coalesce(c.bpm, f.bpm) as bpm, coalesce(c.label, f.label) as label,
      coalesce(c.genre, f.genres[1]) as genre,
      to_char(coalesce(c.released_on, f.released_on), 'YYYY') as year
    from asked a
    left join catalogue c on c.uri = a.uri
    left join library l on l.uri = a.uri
    cross join lateral (select coalesce(c.recording_key, 'isrc:' || l.isrc) as recording) k
    left join track_facts f on f.user_id = ${own.userId}::uuid and f.recording_key = k.recording
  `);
  return [...rows];
}
