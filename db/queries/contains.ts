import "server-only";
import { type SQL, sql } from "drizzle-orm";

/**
 * Whether a text has the wanted one in it, upper and lower case alike. `ilike` would lower the wanted
 * one anew for every row.
 */
export function contains(wanted: string) {
  const pattern = sql`lower(${`%${wanted.replace(/[\\%_]/g, "\\$&")}%`}::text)`;
  return (text: SQL) => sql`lower(${text}) like ${pattern}`;
}
