import "server-only";
import type { Db } from "@/db/handle";
import { listFilesInUse } from "@/db/queries/plays-imports";
import { listUploadFolders, removeUploads } from "./upload-folder";

/** Deletes the files of imports that are complete, erased, or a week old; answers how many. */
export async function removeStaleUploads(db: Db): Promise<number> {
  const importIds = await listUploadFolders();
  const inUse = new Set(await listFilesInUse(db, { importIds }));
  const stale = importIds.filter((importId) => !inUse.has(importId));
  for (const importId of stale) await removeUploads({ importId });
  return stale.length;
}
