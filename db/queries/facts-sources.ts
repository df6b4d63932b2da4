import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { SourceFacts } from "@/lib/enrichment/known-recording";
import { heldRecording, heldTracks } from "./recordings";

/** What a user's sources hold, by recording. */
export const sourcedBy = (userId: string) => sql`
  select t.recording_key, s.id, s.name, s.updated_at, t.title, t.artists, t.spotify_uri
  from sources s join (${heldTracks}) t on t.source_id = s.id and t.edition = s.edition
  where s.user_id = ${userId}::uuid`;

/**
 * Which of a user's sources hold some recordings, and what they call them. Looks up the rows that may
 * be one of these, by their own word, the library's or the catalogue's, and asks which of them are.
 */
export async function listSourceFacts(
  db: Db,
  { userId, recordingKeys }: { userId: string; recordingKeys: readonly string[] },
): Promise<SourceFacts[]> {
  const keys = sql`${sql.param([...recordingKeys])}::text[]`;
  const inLibrary = sql`(
    select l.recording_key from library_recordings l
    where l.connection_id = t.connection_id and l.external_id = t.external_id
  )`;
  const rows = await db.execute<SourceFacts>(sql`
    with rows as materialized (
      select st.* from source_tracks st where st.recording_key = any(${keys})
      union
      select st.* from connections c
      join library_recordings l on l.connection_id = c.id and l.recording_key = any(${keys})
      join source_tracks st on st.connection_id = c.id and st.external_id = l.external_id
      where c.user_id = ${userId}::uuid
      union
      select st.* from tracks c
      join source_tracks st on st.track_id = c.id and st.connection_id is null
      where c.recording_key = any(${keys})
    ),
    held as materialized (
      select s.id, s.name, t.title, t.artists, t.spotify_uri,
        ${heldRecording({ inLibrary })} as recording_key
      from rows t
      join sources s on s.id = t.source_id and s.edition = t.edition
        and s.user_id = ${userId}::uuid
    )
    select h.recording_key as "recordingKey",
      array_agg(distinct h.id::text order by h.id::text) as sources,
      array_agg(distinct h.name order by h.name) as names,
      min(h.title) as title, (array_agg(to_jsonb(h.artists) order by h.title, h.id))[1] as artists,
      min(h.spotify_uri) filter (where h.spotify_uri like 'spotify:track:%') as "spotifyUri"
    from held h
    where h.recording_key = any(${keys})
    group by h.recording_key
  `);
  return [...rows];
}
