import "server-only";
import type { Db } from "@/db/handle";
import { beginJob, finishJob, openJob, updateProgress } from "@/db/queries/jobs";
import { findJobOf } from "@/db/queries/jobs-list";
import { lockSource } from "@/db/queries/sources";
import { countSourceRecordings } from "@/db/queries/sources-tracks";
import { type Enricher, versionOf } from "@/lib/enrichment/enricher";
import type { OwnSource } from "./source";

/** What a run of an enrichment knows all along. */
export type Enriching = OwnSource & {
  runId: string;
  /** Which fetch of the source its recordings are of. */
  edition: number;
  /** By their names and versions. */
  enrichers: string[];
};

export const NOBODY_TO_ASK = "Nobody is there to ask: MusicBrainz is not switched on.";
const LOOKING = "Looking what is missing";

export const enrichmentJob = ({ sourceId, runId }: OwnSource & { runId: string }) =>
  ({ kind: "enrichment", subjectId: sourceId, runId }) as const;

/**
 * Takes up the enrichment of what a source holds. Null when there is nobody or nothing to ask about;
 * its job then ends and says so.
 */
export async function beginEnrichment(
  db: Db,
  { enrichers, runId, ...own }: OwnSource & { runId: string; enrichers: readonly Enricher[] },
): Promise<Enriching | null> {
  return db.transaction(async (tx) => {
    const source = await lockSource(tx, own);
    if (!source) return endInVain(tx, { ...own, runId }, "The source is not there any more.");
    if (source.edition === 0) {
      return endInVain(tx, { ...own, runId }, "That source was not fetched yet.");
    }
    if (enrichers.length === 0) return endInVain(tx, { ...own, runId }, NOBODY_TO_ASK);
    const { sourceId, userId } = own;
    const job = enrichmentJob({ ...own, runId });
    const recordings = enrichers.length * (await countSourceRecordings(tx, own));
    await openJob(tx, { kind: job.kind, subjectId: sourceId, userId, title: source.name });
    await beginJob(tx, { ...job, phase: LOOKING });
    // what was answered before a pause is done already, also where the source holds fewer by now
    const done = (await findOwnJob(tx, job, userId))?.done ?? 0;
    await updateProgress(tx, { total: Math.max(done, recordings) }, job);
    return {
      ...own,
      runId,
      edition: source.edition,
      enrichers: enrichers.map(versionOf),
    };
  });
}

/** Ends the user's job of a source that nobody can be asked about, if there is one. */
async function endInVain(
  db: Db,
  run: OwnSource & { runId: string },
  message: string,
): Promise<null> {
  const job = enrichmentJob(run);
  if (!(await findOwnJob(db, job, run.userId))) return null;
  await beginJob(db, { ...job, phase: LOOKING });
  await finishJob(db, { ...job, status: "failed", message });
  return null;
}

const findOwnJob = (db: Db, job: ReturnType<typeof enrichmentJob>, userId: string) =>
  findJobOf(db, { ...job, viewer: { id: userId, role: "member" } });
