import type { Db } from "./handle";

const DEADLOCK = "40P01";
const MOST_TRIES = 4;

/** Runs work in a transaction, again when it was the one to give way in a deadlock. */
export async function transactionAgain<T>(
  db: Db,
  work: (tx: Db) => Promise<T>,
  triesLeft = MOST_TRIES,
): Promise<T> {
  const [ended] = await Promise.allSettled([db.transaction(work)]);
  if (ended.status === "fulfilled") return ended.value;
  if (triesLeft === 1 || !isDeadlock(ended.reason)) throw ended.reason;
  return transactionAgain(db, work, triesLeft - 1);
}

function isDeadlock(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === DEADLOCK) || isDeadlock(error.cause);
}
