import type postgres from "postgres";

const LOST_CONNECTION = new Set([
  "57P01", // the server shuts down
  "57P02", // the server crashed
  "CONNECTION_CLOSED",
  "CONNECTION_DESTROYED",
  "ECONNRESET",
  "EPIPE",
]);

/** Also when it is inside the error that Drizzle makes of it. */
function isLostConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const known = "code" in error && LOST_CONNECTION.has(String(error.code));
  return known || isLostConnection(error.cause);
}

type Work = (tx: postgres.TransactionSql) => Promise<unknown>;

function guarded(work: Work): Work {
  return (tx) => {
    const { savepoint } = tx;
    Object.assign(tx, { savepoint: (inner: Work) => savepoint(guarded(inner)) });
    return work(tx).catch((error) =>
      isLostConnection(error) ? new Promise(() => {}) : Promise.reject(error),
    );
  };
}

/**
 * For Drizzle, which begins without options. After a lost connection `begin` rejects by itself, and
 * the rollback that postgres.js would send next ends the process: it writes to a socket that is
 * gone. So the work's own error waits for ever.
 */
export function surviveLostConnections(sql: postgres.Sql): postgres.Sql {
  const begin: (work: Work) => Promise<unknown> = sql.begin;
  return Object.assign(sql, { begin: (work: Work) => begin(guarded(work)) });
}
