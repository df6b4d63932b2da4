import "server-only";
import type { Db } from "@/db/handle";
import { type OwnImport, setImportStatus } from "@/db/queries/plays-imports";

/** Ends an import by hand; every play that was read stays, and so do the files, for another try. */
export async function stopImport(db: Db, own: OwnImport): Promise<void> {
  await setImportStatus(db, { ...own, status: "cancelled" });
}

/** Lets an import that ended early go on where it stood. */
export async function resumeImport(db: Db, own: OwnImport): Promise<void> {
  await setImportStatus(db, { ...own, status: "pending" });
}
