import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";

const BATCH = 2000;

/** Who reads so slowly must begin again: the transaction holds back the cleaning of the tables. */
const LONGEST_PAUSE = "2min";

/** False while another export of the same user is being read. Call it first in a transaction. */
export async function claimExport(db: Db, { userId }: { userId: string }): Promise<boolean> {
  await db.execute(sql.raw(`set local idle_in_transaction_session_timeout = '${LONGEST_PAUSE}'`));
  const [row] = await db.execute<{ claimed: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${`export ${userId}`}, 0)) as claimed`,
  );
  return row?.claimed ?? false;
}

/**
 * The `row` column of a query as JSON texts, some thousand at a time. Only inside a transaction: when
 * that is `over`, nothing more is asked.
 */
export async function* readInBatches(
  db: Db,
  query: SQL,
  over: AbortSignal,
): AsyncGenerator<string[]> {
  if (over.aborted) return;
  await db.execute(sql`
    declare export_rows no scroll cursor for select row::text as row from (${query}) rows
  `);
  while (!over.aborted) {
    const batch = await db.execute<{ row: string }>(sql.raw(`fetch ${BATCH} from export_rows`));
    if (batch.length === 0) break;
    yield batch.map(({ row }) => row);
  }
  if (!over.aborted) await db.execute(sql`close export_rows`);
}
