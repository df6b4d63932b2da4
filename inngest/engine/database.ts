import { setTimeout as sleep } from "node:timers/promises";
import postgres from "postgres";

export type Sql = postgres.Sql;
export type Tx = postgres.TransactionSql;

/** Every process that shares the database listens here: work has become due, or a slot free. */
export const WORK_CHANNEL = "engine_work";
/** The set of registered functions has changed. */
export const FUNCTIONS_CHANNEL = "engine_functions";

const textArray: postgres.PostgresType<(string | number | null)[]> = {
  to: 1009,
  from: [1009],
  serialize: arrayLiteral,
  parse: (text) => text,
};

/** A list as Postgres reads it; parameters that are lists are cast from `text[]`. */
function arrayLiteral(values: (string | number | null)[]): string {
  const items = values.map((value) =>
    value === null ? "NULL" : `"${String(value).replace(/["\\]/g, "\\$&")}"`,
  );
  return `{${items.join(",")}}`;
}

export function connect(databaseUrl: string, onLostConnection: () => void): Sql {
  return postgres(databaseUrl, {
    max: 10,
    onnotice: () => {},
    onclose: onLostConnection,
    // The list is known here: asking for it on each connection crashes when that one is cut.
    fetch_types: false,
    types: { textArray },
    connection: {
      application_name: "clouder-engine",
      // The same few statements thousands of times, each by key: planning them anew is the cost.
      plan_cache_mode: "force_generic_plan",
      jit: "off",
    },
  });
}

const LOST_CONNECTION = new Set([
  "57P01", // the server shuts down
  "57P02", // the server crashed
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "ECONNRESET",
  "EPIPE",
]);

const TRANSIENT = new Set([
  ...LOST_CONNECTION,
  "40001", // serialization failure
  "40P01", // deadlock
  "57P03", // the server starts up
  "ECONNREFUSED",
]);

const hasCode = (codes: Set<string>, error: unknown) =>
  error instanceof Error && "code" in error && codes.has(String(error.code));

/** Runs idempotent work in a transaction, again after a deadlock or a lost connection (about 6 s). */
export async function transact<T>(sql: Sql, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      // postgres.js types the result for arrays of queries; for a promise it is T itself.
      return (await sql.begin((tx) => work(tx).catch(endUnlessLost))) as T;
    } catch (error) {
      if (attempt === 8 || !hasCode(TRANSIENT, error)) throw error;
      await sleep(25 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

/**
 * After a lost connection `begin` rejects by itself, and the rollback that postgres.js would send
 * next would crash the process: it writes to a socket that is gone.
 */
function endUnlessLost(error: unknown): Promise<never> {
  return hasCode(LOST_CONNECTION, error) ? new Promise(() => {}) : Promise.reject(error);
}

export const notifyWork = (tx: Tx | Sql) => tx`select pg_notify(${WORK_CHANNEL}, '')`;
