import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { SourceFacts } from "@/lib/enrichment/known-recording";

/** What a user's sources hold, by recording: what a library says of it goes before its name. */
export const sourcedBy = (userId: string) => sql`
  select coalesce(l.recording_key, st.recording_key) as recording_key, s.id, s.name, s.updated_at,
    st.title, st.artists, st.spotify_uri
  from sources s
  join source_tracks st on st.source_id = s.id and st.edition = s.edition
  left join library_recordings l
    on l.connection_id = st.connection_id and l.external_id = substr(st.spotify_uri, 15)
  where s.user_id = ${userId}::uuid`;

/** Which of a user's sources hold some recordings, and what they call them. */
export async function listSourceFacts(
  db: Db,
  { userId, recordingKeys }: { userId: string; recordingKeys: readonly string[] },
): Promise<SourceFacts[]> {
  const rows = await db.execute<SourceFacts>(sql`
    select r.recording_key as "recordingKey",
      array_agg(distinct r.id::text order by r.id::text) as sources,
      array_agg(distinct r.name order by r.name) as names,
      min(r.title) as title, (array_agg(to_jsonb(r.artists) order by r.title, r.id))[1] as artists,
      min(r.spotify_uri) filter (where r.spotify_uri like 'spotify:track:%') as "spotifyUri"
    from (${sourcedBy(userId)}) r
    where r.recording_key = any(${sql.param([...recordingKeys])}::text[])
    group by r.recording_key
  `);
  return [...rows];
}
