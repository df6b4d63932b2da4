import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** Days of the person's calendar, ISO; `to` is the first that is not in it. */
export type InPeriod = { userId: string; from: string; to: string };
/** In whose days the person is counted: the zone that `findHistory` tells. */
export type InZone = { timeZone: string };

/** The connections of a person, to compare a `connection_id` with. */
export const mine = (userId: string) =>
  sql`any(array(select id from connections where user_id = ${userId}::uuid))`;

/** A person's rows `l` of sums, of the counting that is shown. */
export const shownSums = (
  table: "play_days" | "play_months" | "play_years",
  userId: string,
): SQL => sql`
  connections c join play_sums s on s.connection_id = c.id and c.user_id = ${userId}::uuid
  join ${sql.identifier(table)} l on l.connection_id = s.connection_id and l.counting = s.counting`;

/** When a day begins. */
export const midnight = (day: string, { timeZone }: InZone): SQL =>
  sql`(${day}::date::timestamp at time zone ${timeZone})`;
