import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { LibraryFilter } from "@/lib/library/library-filters";

type At = { connectionId: string; at: Date | null };

const until = (at: Date | null) =>
  at ? sql`and fetched_at <= ${at.toISOString()}::timestamptz` : sql``;

const savedThen = ({ connectionId, at }: At) => sql`(
  select s.external_id from (
    select distinct on (external_id) external_id, gone from user_saved_tracks
    where connection_id = ${connectionId}::uuid ${until(at)}
    order by external_id desc, id desc
  ) s where not s.gone
)`;

/** A playlist that is gone keeps its rows, and lists nothing any more. */
const listedThen = ({ connectionId, at }: At) => sql`(
  select s.external_id from (
    select distinct on (playlist_id, occurrence) playlist_id, external_id, gone
    from user_playlist_tracks
    where connection_id = ${connectionId}::uuid ${until(at)}
    order by playlist_id desc, occurrence desc, id desc
  ) s
  join (
    select distinct on (external_id) external_id, gone from user_playlists
    where connection_id = ${connectionId}::uuid ${until(at)}
    order by external_id desc, id desc
  ) p on p.external_id = s.playlist_id and not p.gone
  where not s.gone and s.external_id is not null
)`;

/** Whether the row `l` of a list is shown. */
export function passes(filter: LibraryFilter, list: At): SQL {
  switch (filter) {
    case "mine":
      return sql`l.is_owned`;
    case "others":
      return sql`not l.is_owned`;
    case "collaborative":
      return sql`l.is_collaborative`;
    case "saved":
      return sql`l.external_id in ${savedThen(list)}`;
    case "unsaved":
      return sql`l.external_id not in ${savedThen(list)}`;
    case "listed":
      return sql`l.external_id in ${listedThen(list)}`;
    case "unlisted":
      return sql`l.external_id not in ${listedThen(list)}`;
  }
}
