import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import journal from "@/db/migrations/meta/_journal.json";

export async function ping(db: Db) {
  await db.execute(sql`select 1`);
}

/** How many migrations this build comes with that the database has not seen. */
export async function countMissingMigrations(db: Db): Promise<number> {
  const [row] = await db.execute<{ newest: number | null }>(
    sql`select max(created_at)::float8 as newest from drizzle.__drizzle_migrations`,
  );
  const newest = row?.newest ?? 0;
  return journal.entries.filter(({ when }) => when > newest).length;
}
