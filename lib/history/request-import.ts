import "server-only";
import type { Db } from "@/db/handle";
import { openJob } from "@/db/queries/jobs";
import {
  findUpload,
  insertImport,
  lockImport,
  type OwnImport,
  setImportStatus,
} from "@/db/queries/plays-imports";
import { AppError } from "@/lib/errors";
import { sizeOfUpload, writePiece } from "./upload-folder";
import { uploadLimits } from "./upload-limits";

/** Opens an import that awaits its files. */
export async function openImport(
  db: Db,
  args: { userId: string; uploads: { name: string; bytes: number }[] },
): Promise<{ importId: string }> {
  const opened = await insertImport(db, { ...args, provider: "spotify" });
  if (!opened) throw new AppError("RECONNECT", "Connect Spotify first: the plays belong to it.");
  return opened;
}

/** Keeps a piece of a file that an import awaits; answers how much of the file is there. */
export async function receivePiece(
  db: Db,
  args: OwnImport & { number: number; offset: number; body: AsyncIterable<Uint8Array> },
): Promise<{ received: number }> {
  const upload = await findUpload(db, args);
  if (!upload) throw new AppError("NOT_FOUND", "This file is not awaited.");
  const limit = Math.min(upload.bytes, args.offset + uploadLimits.pieceBytes);
  return { received: await writePiece({ ...args, limit }) };
}

/** All files are there: the background may read them. */
export async function requestImport(db: Db, own: OwnImport): Promise<void> {
  await db.transaction(async (tx) => {
    const found = await lockImport(tx, own);
    if (found?.status !== "uploading") {
      throw new AppError("NOT_FOUND", "There is no such import to begin.");
    }
    for (const [number, { name, bytes }] of found.uploads.entries()) {
      if ((await sizeOfUpload({ importId: own.importId, number })) !== bytes) {
        throw new AppError("CONFLICT", `${name} has not arrived whole. Send it again.`);
      }
    }
    await setImportStatus(tx, { ...own, status: "pending" });
    const [first] = found.uploads;
    const rest = found.uploads.length - 1;
    const title = `Plays from ${first?.name ?? "an export"}${rest > 0 ? ` and ${rest} more` : ""}`;
    await openJob(tx, { kind: "import", subjectId: own.importId, userId: own.userId, title });
  });
}
