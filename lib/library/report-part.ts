import "server-only";
import type { Db } from "@/db/handle";
import type { JobLine } from "@/db/queries/job-log";
import { planProof } from "@/db/queries/sync-lists";
import { countPart, type PartCount } from "@/db/queries/sync-parts";
import { jobIsOver, reportProgress } from "@/lib/jobs/report-progress";
import type { Sync } from "./begin-sync";
import { type LibraryPart, PROOF } from "./part";
import { partWords } from "./part-words";

/**
 * Brings a part and the job in step with what requests of the part brought, in a transaction. When
 * the job is no longer this run's, it throws and nothing of the transaction is kept.
 */
export async function reportPart(
  db: Db,
  sync: Sync,
  { part, requests }: { part: LibraryPart; requests: number },
): Promise<void> {
  const { syncId, connectionId, provider, runId } = sync;
  const name = partWords(part, provider);
  const count = await countPart(db, { syncId, part, requests });
  if (!count) throw jobIsOver();
  if (count.wantsProof) {
    await planProof(db, { syncId, connectionId, part, subject: PROOF, repeats: "" });
  }
  await reportProgress(db, {
    kind: "sync",
    subjectId: syncId,
    runId,
    phase: `Reading ${name.toLowerCase()}`,
    done: count.allStored,
    total: Math.max(count.allRequested, count.allStored),
    line: lineOf(name, count),
  });
}

function lineOf(name: string, count: PartCount): JobLine | undefined {
  const { status, requested, stored, appended, gone, problem } = count;
  if (status === "running" || status === "waiting") return undefined;
  const details = { requested, stored, appended: appended - gone, gone };
  if (status === "complete") {
    return { message: `${name} read: ${stored} rows.`, details };
  }
  return { level: "warning", message: `${name}: ${problem ?? "not whole."}`, details };
}
