import "server-only";
import type { Db } from "@/db/handle";
import { addCounts, closeDocument, moveCursor, nextDocument } from "@/db/queries/plays-imports";
import { addToSums, surveyPlays } from "@/db/queries/plays-sums";
import { AppError } from "@/lib/errors";
import { reportProgress } from "@/lib/jobs/report-progress";
import type { Import } from "./begin-import";
import { readDocument } from "./open-upload";
import { readPlay } from "./read-play";
import { splitRows } from "./split-rows";
import { storeRows } from "./store-rows";
import { uploadPath } from "./upload-folder";

const ROWS_AT_ONCE = 8_000;
/** A step ends after so long, so that its run is heard of and can be stopped. */
const STEP_MS = 5_000;

type Document = NonNullable<Awaited<ReturnType<typeof nextDocument>>>;

/**
 * Reads on where the import stands, for some seconds; each batch is kept with the cursor behind it.
 * Sums are cheaper for many plays than for few: they follow at the end, and catch up if that is missed.
 */
export async function readRows(
  db: Db,
  run: Import,
  { stepMs = STEP_MS }: { stepMs?: number } = {},
): Promise<{ more: boolean }> {
  try {
    return await readDocuments(db, run, stepMs);
  } finally {
    await surveyPlays(db);
    await db.transaction((tx) => addToSums(tx, run));
  }
}

async function readDocuments(db: Db, run: Import, stepMs: number): Promise<{ more: boolean }> {
  const until = performance.now() + stepMs;
  for (;;) {
    const document = await nextDocument(db, run);
    if (!document) return { more: false };
    const problem = await readOn(db, run, document, until).catch(sayWhatIsWrong);
    if (problem === "later") return { more: true };
    await closeDocument(db, { importId: run.importId, position: document.position, problem });
  }
}

const sayWhatIsWrong = (error: unknown): string => {
  if (error instanceof AppError && error.code === "INVALID") return error.message;
  throw error;
};

/** Null when the document is read to its end. */
async function readOn(db: Db, run: Import, document: Document, until: number) {
  let rowsRead = document.rowsRead;
  for await (const texts of batchesFrom(run, document)) {
    const raw = await parse(texts);
    rowsRead += raw.length;
    await db.transaction(async (tx) => {
      const counts = await storeRows(tx, { ...run, rows: raw.map(readPlay) });
      await addCounts(tx, { importId: run.importId, ...counts });
      await moveCursor(tx, { importId: run.importId, position: document.position, rowsRead });
      await reportProgress(tx, {
        kind: "import",
        subjectId: run.importId,
        runId: run.runId,
        phase: `Reading ${document.name}`,
        more: raw.length,
      });
    });
    if (performance.now() > until) return "later" as const;
  }
  return null;
}

/** The rows behind the cursor. What is whole comes before the fault of a document that is damaged. */
async function* batchesFrom(run: Import, document: Document): AsyncGenerator<string[]> {
  const { importId } = run;
  const file = uploadPath({ importId, number: document.upload });
  let toSkip = document.rowsRead;
  let batch: string[] = [];
  const rows = splitRows(readDocument(file, document.entry))[Symbol.asyncIterator]();
  for (;;) {
    const piece = await rows.next().catch((fault: unknown) => ({ fault }));
    if ("fault" in piece || piece.done) {
      if (batch.length > 0) yield batch;
      if ("fault" in piece) throw piece.fault;
      return;
    }
    const behind = piece.value.slice(toSkip);
    toSkip -= piece.value.length - behind.length;
    batch.push(...behind);
    if (batch.length < ROWS_AT_ONCE) continue;
    yield batch;
    batch = [];
  }
}

async function parse(texts: readonly string[]): Promise<unknown[]> {
  const list = async (): Promise<unknown[]> => JSON.parse(`[${texts.join(",")}]`);
  return list().catch(() => {
    throw new AppError("INVALID", "A row of it is no JSON.");
  });
}
