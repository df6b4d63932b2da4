import "server-only";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { type Entry, openPromise } from "yauzl";
import { AppError } from "@/lib/errors";

const MB = 1024 * 1024;
const MOST_ENTRIES = 2_000;
const LARGEST_DOCUMENT = 512 * MB;
const LARGEST_TOTAL = 4_096 * MB;
/** Plays compress to about a twentieth; what is far beyond that is made to fill a disk. */
const DENSEST = 250;

export type UploadedDocument = { entry: string | null; name: string; bytes: number };

const damaged = () =>
  new AppError("INVALID", "The archive is damaged, cut off or not safe to open.");
const refuse = () => {
  throw damaged();
};

const baseName = (name: string) => name.split("/").at(-1) ?? name;
const isHistory = (name: string) => /^(Streaming_History_|endsong).*\.json$/i.test(baseName(name));
const isShortHistory = (name: string) => /^StreamingHistory.*\.json$/i.test(baseName(name));

async function startsAsArchive(file: string): Promise<boolean> {
  await using handle = await open(file);
  const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
  return bytesRead === 2 && buffer.toString("latin1") === "PK";
}

async function listEntries(file: string): Promise<Entry[]> {
  const archive = await openPromise(file, { strictFileNames: true });
  if (archive.entryCount > MOST_ENTRIES) {
    archive.close();
    throw new AppError("INVALID", `The archive holds more than ${MOST_ENTRIES} files.`);
  }
  const entries: Entry[] = [];
  for await (const entry of archive.eachEntry()) entries.push(entry);
  return entries;
}

const orDamaged = (error: unknown): never => {
  throw error instanceof AppError ? error : damaged();
};

/** The documents with plays in an uploaded file: itself, or what of an archive's holds plays. */
export async function listDocuments(file: string, name: string): Promise<UploadedDocument[]> {
  if (!(await startsAsArchive(file))) {
    if (isShortHistory(name)) throw shortHistory();
    await using handle = await open(file);
    const { size } = await handle.stat();
    return [{ entry: null, name, bytes: size }];
  }
  const entries = await listEntries(file).catch(orDamaged);
  const documents = entries.filter(({ fileName }) => isHistory(fileName));
  if (documents.length === 0) {
    throw entries.some(({ fileName }) => isShortHistory(fileName))
      ? shortHistory()
      : noHistory(name);
  }
  for (const entry of documents) refuseBomb(entry);
  const total = documents.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (total > LARGEST_TOTAL) throw new AppError("INVALID", "Unpacked, the archive is too large.");
  const named = new Map(documents.map((entry) => [entry.fileName, entry]));
  return [...named.values()].map(({ fileName, uncompressedSize }) => ({
    entry: fileName,
    name: baseName(fileName),
    bytes: uncompressedSize,
  }));
}

function refuseBomb(entry: Entry) {
  if (entry.isEncrypted()) throw new AppError("INVALID", "The archive is locked with a password.");
  const isDense = entry.uncompressedSize > entry.compressedSize * DENSEST + MB;
  if (isDense || entry.uncompressedSize > LARGEST_DOCUMENT) {
    throw new AppError("INVALID", `${baseName(entry.fileName)} unpacks to more than a history is.`);
  }
}

const shortHistory = () =>
  new AppError(
    "INVALID",
    "This is the short history of the last year, which names no tracks. Ask Spotify for the extended streaming history.",
  );
const noHistory = (name: string) =>
  new AppError("INVALID", `${name} holds no extended streaming history.`);

/** The bytes of a document; an archive's sizes are held to what it says of itself. */
export async function* readDocument(file: string, entry: string | null): AsyncGenerator<Buffer> {
  const stream =
    entry === null ? createReadStream(file) : await openEntry(file, entry).catch(orDamaged);
  const bytes: AsyncIterator<Buffer> = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const { done, value } = await bytes.next().catch(refuse);
      if (done) return;
      yield value;
    }
  } finally {
    stream.destroy();
  }
}

async function openEntry(file: string, name: string) {
  const archive = await openPromise(file, { strictFileNames: true, autoClose: false });
  for await (const entry of archive.eachEntry()) {
    if (entry.fileName !== name) continue;
    const stream = await archive.openReadStreamPromise(entry);
    return stream.once("close", () => archive.close());
  }
  archive.close();
  throw damaged();
}
