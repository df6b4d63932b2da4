import "server-only";
import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { playImportFiles, playImports } from "@/db/schema/history";
import { connections } from "@/db/schema/identity";
import type { Provider } from "@/lib/connections/provider";
import type { ImportStatus } from "@/lib/history/kind";

export type OwnImport = { importId: string; userId: string };

const own = ({ importId, userId }: OwnImport) =>
  and(eq(playImports.id, importId), eq(playImports.userId, userId));

/** Opens an import into a connection of the user's; null when there is no such connection. */
export async function insertImport(
  db: Db,
  args: { userId: string; provider: Provider; uploads: { name: string; bytes: number }[] },
): Promise<{ importId: string } | null> {
  const [connection] = await db
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.userId, args.userId), eq(connections.provider, args.provider)));
  if (!connection) return null;
  const [row] = await db
    .insert(playImports)
    .values({ ...args, connectionId: connection.id })
    .returning({ importId: playImports.id });
  return row ?? null;
}

/** Reads an import for a decision: nobody else changes it until the transaction ends. */
export async function lockImport(db: Db, wanted: OwnImport) {
  const [row] = await db
    .select({
      connectionId: playImports.connectionId,
      provider: playImports.provider,
      status: playImports.status,
      uploads: playImports.uploads,
    })
    .from(playImports)
    .where(own(wanted))
    .for("update");
  return row ?? null;
}

/** What an upload has to fit in; null when it is not awaited. */
export async function findUpload(db: Db, { number, ...wanted }: OwnImport & { number: number }) {
  const [row] = await db
    .select({ uploads: playImports.uploads })
    .from(playImports)
    .where(and(own(wanted), eq(playImports.status, "uploading")));
  return row?.uploads[number] ?? null;
}

const ended: readonly ImportStatus[] = ["complete", "partial", "failed", "cancelled"];

export async function setImportStatus(
  db: Db,
  {
    status,
    problem = null,
    ...wanted
  }: OwnImport & { status: ImportStatus; problem?: string | null },
): Promise<void> {
  const finishedAt = ended.includes(status) ? sql`now()` : null;
  await db.update(playImports).set({ status, problem, finishedAt }).where(own(wanted));
}

export type ImportDocument = {
  position: number;
  upload: number;
  entry: string | null;
  name: string;
  bytes: number;
};

/** Notes what there is to read; what was noted before stays as it is. */
export async function insertDocuments(
  db: Db,
  args: { importId: string; connectionId: string; documents: readonly ImportDocument[] },
): Promise<void> {
  const { documents, ...of } = args;
  await db
    .insert(playImportFiles)
    .values(documents.map((document) => ({ ...document, ...of })))
    .onConflictDoNothing();
}

const ofDocument = (document: { importId: string; position: number }) =>
  and(
    eq(playImportFiles.importId, document.importId),
    eq(playImportFiles.position, document.position),
  );

/** The next document that is not read to its end, for an import of the user's. */
export async function nextDocument(db: Db, wanted: OwnImport) {
  const [row] = await db
    .select({
      position: playImportFiles.position,
      upload: playImportFiles.upload,
      entry: playImportFiles.entry,
      name: playImportFiles.name,
      bytes: playImportFiles.bytes,
      rowsRead: playImportFiles.rowsRead,
    })
    .from(playImportFiles)
    .innerJoin(playImports, eq(playImports.id, playImportFiles.importId))
    .where(and(own(wanted), isNull(playImportFiles.readAt)))
    .orderBy(asc(playImportFiles.position))
    .limit(1);
  return row ?? null;
}

/** How many documents of an import were read to their end, and what is wrong with the others. */
export async function listDocumentProblems(db: Db, wanted: OwnImport) {
  const rows = await db
    .select({ problem: playImportFiles.problem })
    .from(playImportFiles)
    .innerJoin(playImports, eq(playImports.id, playImportFiles.importId))
    .where(own(wanted))
    .orderBy(asc(playImportFiles.position));
  return rows.map(({ problem }) => problem);
}

/** Moves the cursor of a document. */
export async function moveCursor(
  db: Db,
  document: { importId: string; position: number; rowsRead: number },
): Promise<void> {
  await db.update(playImportFiles).set({ rowsRead: document.rowsRead }).where(ofDocument(document));
}

/** A document is read to its end, or as far as it can be. */
export async function closeDocument(
  db: Db,
  { problem, ...document }: { importId: string; position: number; problem: string | null },
): Promise<void> {
  await db.update(playImportFiles).set({ readAt: sql`now()`, problem }).where(ofDocument(document));
}

export type ImportCounts = {
  rowsRead: number;
  added: number;
  alreadyKnown: number;
  setAside: Record<string, number>;
  /** The times of the plays among them, ISO strings. */
  firstAt: string | null;
  lastAt: string | null;
};

/** Adds what became of some rows to an import's counts. */
export async function addCounts(
  db: Db,
  { importId, ...counts }: { importId: string } & ImportCounts,
) {
  await db.execute(sql`
    update play_imports set
      rows_read = rows_read + ${counts.rowsRead}, added = added + ${counts.added},
      already_known = already_known + ${counts.alreadyKnown},
      set_aside = (
        select coalesce(jsonb_object_agg(reason, rows), '{}') from (
          select reason, sum(value::int) as rows from (
            select * from jsonb_each_text(set_aside)
            union all select * from jsonb_each_text(${JSON.stringify(counts.setAside)}::jsonb)
          ) as both_counts(reason, value) group by reason
        ) as counted
      ),
      first_at = least(first_at, ${counts.firstAt}::timestamptz),
      last_at = greatest(last_at, ${counts.lastAt}::timestamptz)
    where id = ${importId}::uuid
  `);
}

const shown = {
  id: playImports.id,
  status: playImports.status,
  uploads: playImports.uploads,
  rowsRead: playImports.rowsRead,
  added: playImports.added,
  alreadyKnown: playImports.alreadyKnown,
  setAside: playImports.setAside,
  firstAt: playImports.firstAt,
  lastAt: playImports.lastAt,
  problem: playImports.problem,
  createdAt: playImports.createdAt,
  finishedAt: playImports.finishedAt,
};

/** The user's imports that were sent whole, newest first. */
export async function listImports(db: Db, { userId, limit }: { userId: string; limit: number }) {
  return db
    .select(shown)
    .from(playImports)
    .where(and(eq(playImports.userId, userId), sql`${playImports.status} <> 'uploading'`))
    .orderBy(desc(playImports.createdAt))
    .limit(limit);
}

/** What an import has come to. */
export async function findImport(db: Db, wanted: OwnImport) {
  const [row] = await db.select(shown).from(playImports).where(own(wanted));
  return row ?? null;
}

/** Which of these folders' imports still need their files: those that may go on, or are being sent. */
export async function listFilesInUse(db: Db, { importIds }: { importIds: readonly string[] }) {
  if (importIds.length === 0) return [];
  const rows = await db
    .select({ id: playImports.id })
    .from(playImports)
    .where(
      and(
        inArray(playImports.id, [...importIds]),
        sql`${playImports.status} <> 'complete'`,
        sql`${playImports.createdAt} > now() - interval '7 days'`,
      ),
    );
  return rows.map(({ id }) => id);
}

/** Imports that should be going on and of which nothing was heard for so long. */
export async function listStillImports(
  db: Db,
  { minutes, limit }: { minutes: number; limit: number },
): Promise<OwnImport[]> {
  const rows = await db.execute<OwnImport>(sql`
    select i.id as "importId", i.user_id as "userId"
    from play_imports i join jobs j on j.kind = 'import' and j.subject_id = i.id
    where i.status in ('pending', 'running') and j.status in ('queued', 'running', 'waiting')
      and j.updated_at < now() - make_interval(mins => ${minutes}::int)
    order by j.updated_at limit ${limit}
  `);
  return [...rows];
}
