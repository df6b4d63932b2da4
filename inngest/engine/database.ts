import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

export type Sql = postgres.Sql;
export type Tx = postgres.TransactionSql;

/** Every process that shares the database listens here: work has become due, or a slot free. */
export const WORK_CHANNEL = "engine_work";
/** The set of registered functions has changed. */
export const FUNCTIONS_CHANNEL = "engine_functions";

export function connect(databaseUrl: string, onLostConnection: () => void): Sql {
  return postgres(databaseUrl, {
    max: 10,
    onnotice: () => {},
    onclose: onLostConnection,
    connection: { application_name: "clouder-engine" },
  });
}

const TRANSIENT = new Set([
  "40001", // serialization failure
  "40P01", // deadlock
  "57P01", // the server shuts down
  "57P03", // the server starts up
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "ECONNREFUSED",
  "ECONNRESET",
]);

const isTransient = (error: unknown) =>
  error instanceof Error && "code" in error && TRANSIENT.has(String(error.code));

/** Runs idempotent work in a transaction, again after a deadlock or a lost connection (about 6 s). */
export async function transact<T>(sql: Sql, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // postgres.js types the result for arrays of queries; for a promise it is T itself.
      return (await sql.begin(work)) as T;
    } catch (error) {
      if (attempt === 8 || !isTransient(error)) throw error;
      await sleep(25 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

export const notifyWork = (tx: Tx | Sql) => tx`select pg_notify(${WORK_CHANNEL}, '')`;
