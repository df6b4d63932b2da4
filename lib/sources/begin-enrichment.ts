import "server-only";
import type { Db } from "@/db/handle";
import { beginJob, openJob, updateProgress } from "@/db/queries/jobs";
import { lockSource } from "@/db/queries/sources";
import { countSourceRecordings } from "@/db/queries/sources-tracks";
import type { Enricher } from "@/lib/enrichment/enricher";
import type { EnrichmentSource } from "@/lib/enrichment/enrichment";
import type { OwnSource } from "./source";

/** What a run of an enrichment knows all along. */
export type Enriching = OwnSource & {
  runId: string;
  /** Which fetch of the source its recordings are of. */
  edition: number;
  sources: EnrichmentSource[];
};

export const enrichmentJob = ({ sourceId, runId }: OwnSource & { runId: string }) =>
  ({ kind: "enrichment", subjectId: sourceId, runId }) as const;

/** Takes up the enrichment of what a source holds. Null when there is nobody or nothing to ask about. */
export async function beginEnrichment(
  db: Db,
  { enrichers, runId, ...own }: OwnSource & { runId: string; enrichers: readonly Enricher[] },
): Promise<Enriching | null> {
  if (enrichers.length === 0) return null;
  return db.transaction(async (tx) => {
    const source = await lockSource(tx, own);
    if (!source || source.edition === 0) return null;
    const { sourceId, userId } = own;
    const job = enrichmentJob({ ...own, runId });
    const total = enrichers.length * (await countSourceRecordings(tx, own));
    await openJob(tx, { kind: job.kind, subjectId: sourceId, userId, title: source.name });
    await beginJob(tx, { ...job, phase: "Looking what is missing" });
    await updateProgress(tx, { total }, job);
    return {
      ...own,
      runId,
      edition: source.edition,
      sources: enrichers.map(({ source }) => source),
    };
  });
}
