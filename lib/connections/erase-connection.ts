import "server-only";
import type { Db } from "@/db/handle";
import {
  findOpenErasure,
  finishErasure,
  forgetPlaylists,
  forgetProfile,
  insertErasure,
  listImportIds,
  lockDisconnected,
} from "@/db/queries/erasures";
import { lockFacts } from "@/db/queries/facts-stale";
import { deleteOwnedRows, listRowsOfConnection } from "@/db/queries/owned-rows";
import { transactionAgain } from "@/db/transaction-again";
import { env } from "@/lib/env";
import { removeUploads } from "@/lib/history/upload-folder";
import type { Provider } from "./provider";
import { returnKeyOf } from "./return-key";

/**
 * Erases everything that a connection brought, in one transaction, and keeps how many rows of which
 * tables went. Answers the record's id; null unless the connection was given up.
 */
export async function eraseConnection(
  db: Db,
  connection: { connectionId: string; userId: string; provider: Provider },
): Promise<{ erasureId: string } | null> {
  const { userId, provider } = connection;
  const erased = await transactionAgain(db, async (tx) => {
    const account = await lockDisconnected(tx, connection);
    if (!account) return null;
    await lockFacts(tx, { userId });
    const erasureId =
      (await findOpenErasure(tx, { userId, provider })) ??
      (await insertErasure(tx, { userId, scope: "connection", provider }));
    const importIds = await listImportIds(tx, connection);
    const owned = await listRowsOfConnection(tx, connection);
    const counts = await deleteOwnedRows(tx, owned);
    if (provider === "spotify") {
      await forgetPlaylists(tx, { userId });
      await forgetProfile(tx, { userId, returnKey: returnKeyOf(account, env.TOKEN_KEY) });
    }
    await finishErasure(tx, { erasureId, counts });
    return { erasureId, importIds };
  });
  if (!erased) return null;
  for (const importId of erased.importIds) await removeUploads({ importId });
  return { erasureId: erased.erasureId };
}
