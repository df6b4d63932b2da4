import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { SHORTEST_PLAY_MS } from "@/lib/history/counted-play";
import type { SubjectKind } from "@/lib/history/kind";

/** The plays that count, with what they are summed up by; `p` is the play in the condition. */
export const countedPlays = (condition: SQL) => sql`
  select p.connection_id, p.played_at, p.external_id, p.track_name, p.album_name,
    coalesce(i.artists->0->>'name', p.artist_name) as artist,
    coalesce(p.ms_played, i.duration_ms, 0)::bigint as ms
  from user_recently_played p left join provider_items i on i.id = p.item_id
  where (p.ms_played is null or p.ms_played >= ${SHORTEST_PLAY_MS}) and ${condition}`;

/** Of a counted play, the key of its subject; null or empty where it has none. */
export const subjectKeys: Record<SubjectKind, SQL> = {
  track: sql`external_id`,
  artist: sql`lower(artist)`,
  album: sql`case when album_name <> '' then
    lower(album_name) || ' · ' || lower(coalesce(artist, '')) end`,
};
