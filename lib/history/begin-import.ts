import "server-only";
import type { Db } from "@/db/handle";
import { beginJob } from "@/db/queries/jobs";
import {
  insertDocuments,
  lockImport,
  type OwnImport,
  setImportStatus,
} from "@/db/queries/plays-imports";
import type { Provider } from "@/lib/connections/provider";
import { listDocuments } from "./open-upload";
import { uploadPath } from "./upload-folder";

/** What a run of an import knows all along. */
export type Import = OwnImport & { runId: string; connectionId: string; provider: Provider };

/** Takes up an import: notes the documents that there are to read. Null when there is nothing to do. */
export async function beginImport(
  db: Db,
  { runId, ...own }: OwnImport & { runId: string },
): Promise<Import | null> {
  const held = await db.transaction(async (tx) => {
    const found = await lockImport(tx, own);
    if (!found || !["pending", "running"].includes(found.status)) return null;
    const phase = "Looking what was sent";
    await beginJob(tx, { kind: "import", subjectId: own.importId, runId, phase });
    await setImportStatus(tx, { ...own, status: "running" });
    return found;
  });
  if (!held) return null;

  const { uploads, connectionId, provider } = held;
  const lists = await Promise.all(
    uploads.map(async ({ name }, upload) => {
      const file = uploadPath({ importId: own.importId, number: upload });
      const documents = await listDocuments(file, name);
      return documents.map((document) => ({ ...document, upload }));
    }),
  );
  // years in the order in which they were lived: what was first heard when is right all along
  const documents = lists
    .flat()
    .toSorted((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }))
    .map((document, position) => ({ ...document, position }));
  await insertDocuments(db, { importId: own.importId, connectionId, documents });
  return { ...own, runId, connectionId, provider };
}
