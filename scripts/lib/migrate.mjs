import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";

const MIGRATION_LOCK = 727_001;
const STARTING_UP = "57P03";

/** A server that accepts connections may still be recovering: waits until it answers queries. */
export async function untilAnswering(sql, timeoutMs = 30_000) {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await sql`select 1`;
    } catch (error) {
      if (error.code !== STARTING_UP || Date.now() > deadline) throw error;
      await sleep(20);
    }
  }
}

/** Brings a database up to date; safe when several processes do it at once. */
export async function migrateDatabase(url, folder = path.resolve("db/migrations")) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    await untilAnswering(sql);
    await sql`select pg_advisory_lock(${MIGRATION_LOCK})`;
    await migrate(drizzle(sql), { migrationsFolder: folder });
  } finally {
    await sql.end();
  }
}
