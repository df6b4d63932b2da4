import "server-only";
import type { Db } from "@/db/handle";
import { lockSource } from "@/db/queries/sources";
import { deleteSource, markHeld } from "@/db/queries/sources-removal";
import { transactionAgain } from "@/db/transaction-again";
import { noSuchSource } from "./no-such-source";
import type { OwnSource } from "./source";

/**
 * Takes a source away, and nothing of the list it was read from. Facts are to be gathered again of
 * what it held; until then nothing leaves a playlist for it. Rule sets go on naming it, and say so.
 */
export const removeSource = (db: Db, own: OwnSource): Promise<void> =>
  transactionAgain(db, async (tx) => {
    if (!(await lockSource(tx, own))) throw noSuchSource();
    await markHeld(tx, own);
    await deleteSource(tx, own);
  });
