import "server-only";
import { sql } from "drizzle-orm";

/** Days of the person's calendar, ISO; `to` is the first that is not in it. */
export type InPeriod = { userId: string; from: string; to: string };

/** The connections of a person, to compare a `connection_id` with. */
export const mine = (userId: string) =>
  sql`any(array(select id from connections where user_id = ${userId}::uuid))`;
