import "server-only";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const folder = () => path.resolve(env.DATA_DIR, "imports");

/** Names on disk are ours: what the files are called elsewhere never becomes a path. */
export const uploadPath = ({ importId, number }: { importId: string; number: number }) =>
  path.join(folder(), importId, String(number));

/** How much of an upload has arrived. */
export const sizeOfUpload = (upload: { importId: string; number: number }) =>
  stat(uploadPath(upload)).then(
    ({ size }) => size,
    () => 0,
  );

/**
 * Adds a piece where the one before it ended; a piece that was there already is written over itself.
 * Answers how much is there.
 */
export async function writePiece({
  offset,
  body,
  limit,
  ...upload
}: {
  importId: string;
  number: number;
  offset: number;
  limit: number;
  body: AsyncIterable<Uint8Array>;
}): Promise<number> {
  if (offset > (await sizeOfUpload(upload))) {
    throw new AppError("CONFLICT", "A piece before this one is missing.");
  }
  const file = uploadPath(upload);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await using handle = await open(file, offset === 0 ? "w" : "r+", 0o600);
  let at = offset;
  for await (const bytes of body) {
    if (at + bytes.length > limit) {
      throw new AppError("INVALID", "The file is larger than was said.");
    }
    await handle.write(bytes, 0, bytes.length, at);
    at += bytes.length;
  }
  return at;
}

export const removeUploads = ({ importId }: { importId: string }) =>
  rm(path.join(folder(), importId), { recursive: true, force: true });

const IMPORT_ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The imports that have files on disk. */
export async function listUploadFolders(): Promise<string[]> {
  const names = await readdir(folder()).catch((): string[] => []);
  return names.filter((name) => IMPORT_ID.test(name));
}
