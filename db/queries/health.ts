import "server-only";
import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";

export async function ping(db: Db) {
  await db.execute(sql`select 1`);
}
