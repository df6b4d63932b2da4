import "server-only";
import type { Db } from "@/db/handle";
import {
  finishErasure,
  insertErasure,
  listImportIds,
  lockConnections,
} from "@/db/queries/erasures";
import {
  deleteOwnedRows,
  listOpenJobs,
  listRowsOfConnection,
  listRowsOfUser,
  type OpenJob,
} from "@/db/queries/owned-rows";
import { lockUsers, passOnOwnership } from "@/db/queries/users";
import { transactionAgain } from "@/db/transaction-again";
import { removeUploads } from "@/lib/history/upload-folder";
import type { TableCount } from "./erasure";

/**
 * Erases a user and everything that is theirs in one transaction, and keeps how many rows of which
 * tables went. After an owner the user who has been here longest is the owner; after the last user,
 * whoever signs in next. Answers the record's id, and the work that has lost its subject.
 */
export async function deleteAccount(
  db: Db,
  { userId }: { userId: string },
): Promise<{ erasureId: string; stopped: OpenJob[] }> {
  const { importIds, ...erased } = await transactionAgain(db, async (tx) => {
    await lockUsers(tx);
    const erasureId = await insertErasure(tx, { scope: "account" });
    const importIds = await listImportIds(tx, { userId });
    const stopped = await listOpenJobs(tx, { userId });
    const counts: TableCount[] = [];
    for (const connection of await lockConnections(tx, { userId })) {
      const owned = await listRowsOfConnection(tx, { ...connection, userId });
      counts.push(...(await deleteOwnedRows(tx, owned)));
    }
    counts.push(...(await deleteOwnedRows(tx, await listRowsOfUser(tx, { userId }))));
    await passOnOwnership(tx);
    await finishErasure(tx, { erasureId, counts: sumByTable(counts) });
    return { erasureId, importIds, stopped };
  });
  for (const importId of importIds) await removeUploads({ importId });
  return erased;
}

function sumByTable(counts: readonly TableCount[]): TableCount[] {
  const sums = new Map<string, TableCount>();
  for (const { table, before, after } of counts) {
    const sum = sums.get(table) ?? { table, before: 0, after: 0 };
    sums.set(table, { table, before: sum.before + before, after: sum.after + after });
  }
  return [...sums.values()];
}
