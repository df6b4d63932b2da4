import "server-only";
import { eq } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { jobs } from "@/db/schema/work";
import type { JobKind } from "@/lib/jobs/status";

/** The job that a run took up last; null where it has none, or not yet. */
export async function findJobOfRun(
  db: Db,
  { runId }: { runId: string },
): Promise<{ id: string; kind: JobKind } | null> {
  const [job] = await db
    .select({ id: jobs.id, kind: jobs.kind })
    .from(jobs)
    .where(eq(jobs.runId, runId))
    .limit(1);
  return job ?? null;
}
