import "server-only";
import type { Db } from "@/db/handle";
import { finishJob } from "@/db/queries/jobs";
import {
  findImport,
  listDocumentProblems,
  type OwnImport,
  setImportStatus,
} from "@/db/queries/plays-imports";
import { jobIsOver } from "@/lib/jobs/report-progress";
import type { Import } from "./begin-import";
import { removeUploads } from "./upload-folder";

const count = new Intl.NumberFormat("en");

/** Ends an import with what became of its rows; the files that were sent are deleted. */
export async function finishImport(db: Db, { runId, ...own }: Import) {
  const result = await db.transaction(async (tx) => {
    const problems = (await listDocumentProblems(tx, own)).flatMap((problem) => problem ?? []);
    const found = await findImport(tx, own);
    const added = found?.added ?? 0;
    const alreadyKnown = found?.alreadyKnown ?? 0;
    const status = verdictOf({ rowsRead: found?.rowsRead ?? 0, problems: problems.length });
    const problem = problems[0] ?? null;
    const sum = `${count.format(added)} plays added, ${count.format(alreadyKnown)} already known.`;
    const isOurs = await finishJob(tx, {
      kind: "import",
      subjectId: own.importId,
      runId,
      status: status === "complete" ? "done" : status,
      message: problem
        ? `${sum} ${count.format(problems.length)} of the files could not be read whole: ${problem}`
        : sum,
      failed: problems.length,
    });
    if (!isOurs) throw jobIsOver();
    await setImportStatus(tx, { ...own, status, problem });
    return { status, added, alreadyKnown };
  });
  await removeUploads(own);
  return result;
}

function verdictOf({ rowsRead, problems }: { rowsRead: number; problems: number }) {
  if (problems === 0) return "complete";
  return rowsRead === 0 ? "failed" : "partial";
}

/** Ends an import whose run gave up; every play that was read stays. */
export async function failImport(
  db: Db,
  { runId, problem, ...own }: OwnImport & { runId: string; problem: string },
) {
  await db.transaction(async (tx) => {
    const job = { kind: "import", subjectId: own.importId, runId } as const;
    const isOurs = await finishJob(tx, { ...job, status: "failed", message: problem });
    if (isOurs) await setImportStatus(tx, { ...own, status: "failed", problem });
  });
}
