import { sql } from "drizzle-orm";
import type { Db } from "@/db/handle";

/** Has the next refresh gather all of a user's facts again, also what cannot have changed. */
export const forgetMarks = (db: Db, { userId }: { userId: string }) =>
  db.execute(sql`delete from fact_refreshes where user_id = ${userId}::uuid`);
