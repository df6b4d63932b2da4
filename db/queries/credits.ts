import "server-only";
import { type SQLWrapper, sql } from "drizzle-orm";

/** The names that a track of the catalogue is credited to, in their order; it is `t` unless said. */
export const creditedNames = (role: "artist" | "remixer", trackId: SQLWrapper = sql`t.id`) =>
  sql<string[]>`array(
    select a.name from track_artists ta join artists a on a.id = ta.artist_id
    where ta.track_id = ${trackId} and ta.role = ${role}::artist_role order by ta.position
  )`;
