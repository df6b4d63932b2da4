import "server-only";
import { type SQL, sql } from "drizzle-orm";

type GonePart = "saved_tracks" | "saved_albums" | "playlists";

/**
 * When the newest run of a connection was asked for that read a part to its end, of those that fit:
 * `r` is the run, `p` its part. It read anew what a run before it found to be gone.
 */
export const wholeSince = (connectionId: SQL, part: GonePart, fits: SQL = sql`true`) => sql`(
  select r.created_at from sync_runs r
  join sync_run_parts p on p.run_id = r.id and p.part = ${part}::library_part
  where r.connection_id = ${connectionId} and p.status = 'complete' and ${fits}
  order by r.created_at desc limit 1
)`;

/**
 * Whether the newest row of something in a library says that it is there, or that one reading alone
 * missed it: that may be the reading's fault, and rules and sources do not follow it.
 */
export const stands = (row: SQL, since: SQL) =>
  sql`(not ${row}.gone or ${row}.fetched_at >= coalesce(${since}, '-infinity'))`;

/** What runs found to be gone, and one that ended after a moment read anew and missed as well. */
export const confirmedSince = (
  table: "user_saved_tracks" | "user_playlist_tracks" | "user_playlists",
  part: GonePart,
  { user, since }: { user: SQL; since: SQL },
) => sql`(
  select h.connection_id, h.external_id from connections c
  join sync_runs e on e.connection_id = c.id
    and e.created_at < ${wholeSince(sql`c.id`, part)}
    and e.created_at >= coalesce(
      ${wholeSince(sql`c.id`, part, sql`p.finished_at <= ${since}`)}, '-infinity'
    )
  join ${sql.identifier(table)} h on h.run_id = e.id and h.gone
  where c.user_id = ${user}
)`;
