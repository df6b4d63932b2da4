import "server-only";
import type { Db } from "@/db/handle";
import { finishJob, tellJob } from "@/db/queries/jobs";
import { noteEnriched, noteEnrichmentStopped } from "@/db/queries/sources";
import { jobIsOver } from "@/lib/jobs/report-progress";
import { type Enriching, enrichmentJob } from "./begin-enrichment";
import type { OwnSource } from "./source";

/**
 * Ends an enrichment in which every recording of the source was asked about. A source that was
 * fetched meanwhile comes round again: of its new recordings some were passed by.
 */
export async function finishEnrichment(db: Db, run: Enriching) {
  return db.transaction(async (tx) => {
    if (!(await finishJob(tx, { ...enrichmentJob(run), status: "done" }))) throw jobIsOver();
    await noteEnriched(tx, run);
    return { asked: run.enrichers };
  });
}

/** A run that has asked for long ends before its enrichment does; the sweep has it taken up again. */
export async function pauseEnrichment(db: Db, run: Enriching) {
  await tellJob(db, { ...enrichmentJob(run), message: "It goes on in a few minutes." });
  return { status: "goes on" };
}

/** Ends an enrichment whose run gave up; every answer that came stays, and the rest is asked for later. */
export async function failEnrichment(
  db: Db,
  { problem, ...run }: OwnSource & { runId: string; problem: string },
): Promise<void> {
  await finishJob(db, { ...enrichmentJob(run), status: "failed", message: problem });
}

/** Ends an enrichment by hand; it comes round again with its time. */
export const stopEnrichment = noteEnrichmentStopped;
