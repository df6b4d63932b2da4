import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import type { LibraryFacts, PlaylistFacts } from "@/lib/enrichment/known-recording";
import { filledFor } from "./facts-filled";
import { stands, wholeSince } from "./library-gone";

type Wanted = { userId: string; recordingKeys: readonly string[] };

/** A user's libraries, and the tracks of theirs that are some recordings. */
const heldBy = ({ userId, recordingKeys }: Wanted) => sql`
  libraries as materialized (
    select c.id, ${wholeSince(sql`c.id`, "saved_tracks")} as saved_since,
      ${wholeSince(sql`c.id`, "playlists")} as listed_since
    from connections c where c.user_id = ${userId}::uuid
  ),
  held as materialized (
    select l.recording_key, l.connection_id, l.external_id, l.item_id, c.provider
    from connections c
    join library_recordings l on l.connection_id = c.id
      and l.recording_key = any(${sql.param([...recordingKeys])}::text[])
    where c.user_id = ${userId}::uuid
  )`;

/**
 * What a row's library was last read for as a whole. Never joined: of how many rows `libraries` has
 * the planner knows nothing, and would go through all playlists for every track.
 */
const sinceOf = (row: SQL, column: "saved_since" | "listed_since") => sql`(
  select b.${sql.identifier(column)} from libraries b where b.id = ${row}.connection_id
)`;

/** What a user's libraries say of some recordings, a row per track of a library. */
export async function listLibraryFacts(db: Db, wanted: Wanted): Promise<LibraryFacts[]> {
  const rows = await db.execute<LibraryFacts>(sql`
    with ${heldBy(wanted)}
    select h.recording_key as "recordingKey", h.provider, h.external_id as "externalId",
      coalesce(i.kind = 'local', false) as "isLocal", coalesce(i.name, p.name) as title,
      case
        when i.id is not null then
          array(select a ->> 'name' from jsonb_array_elements(i.artists) as a)
        when p.artist_name is not null then array[p.artist_name]
        else '{}'
      end as artists,
      i.duration_ms as "lengthMs", i.released_on as "releasedOn", i.isrc,
      i.explicit as "isExplicit", coalesce(s.stands, false) as "isSaved",
      case when s.stands then to_json(s.added_at) #>> '{}' end as "savedAt",
      coalesce(p.plays, 0) as plays, to_json(p.first_at) #>> '{}' as "firstPlayedAt",
      to_json(p.last_at) #>> '{}' as "lastPlayedAt"
    from held h
    left join provider_items i on i.id = h.item_id
    left join lateral (
      select ${stands(sql`t`, sinceOf(sql`t`, "saved_since"))} as stands, t.added_at from user_saved_tracks t
      where t.connection_id = h.connection_id and t.external_id = h.external_id
      order by t.id desc limit 1
    ) s on true
    left join play_subjects p on p.connection_id = h.connection_id and p.kind = 'track'
      and p.key = h.external_id collate "C"
  `);
  return [...rows];
}

/**
 * In which of a user's playlists some recordings stand. Those that Clouder fills are not counted: a
 * rule that asks for them would ask for its own result. What stands in nothing else is known all the same.
 */
export async function listPlaylistFacts(db: Db, wanted: Wanted): Promise<PlaylistFacts[]> {
  const rows = await db.execute<PlaylistFacts>(sql`
    with ${heldBy(wanted)},
    filled as materialized (${filledFor(wanted.userId)}),
    lists as materialized (
      select distinct on (p.connection_id, p.external_id) p.connection_id,
        p.external_id as playlist_id, p.name, ${stands(sql`p`, sinceOf(sql`p`, "listed_since"))} as stands,
        p.external_id not in (select playlist_id from filled) as counts
      from user_playlists p join connections c on c.id = p.connection_id
      where c.user_id = ${wanted.userId}::uuid
      order by p.connection_id, p.external_id, p.id desc
    )
    select h.recording_key as "recordingKey",
      coalesce(array_agg(distinct l.name order by l.name) filter (where l.counts), '{}') as playlists,
      count(distinct (l.connection_id, l.playlist_id)) filter (where l.counts)::int as "playlistCount"
    from held h
    join user_playlist_tracks t
      on t.connection_id = h.connection_id and t.external_id = h.external_id
      and ${stands(sql`t`, sinceOf(sql`t`, "listed_since"))}
    join lists l on l.connection_id = t.connection_id and l.playlist_id = t.playlist_id and l.stands
    where not exists (
      select from user_playlist_tracks n
      where n.connection_id = t.connection_id and n.playlist_id = t.playlist_id
        and n.occurrence = t.occurrence and n.id > t.id
    )
    group by h.recording_key
  `);
  return [...rows];
}
