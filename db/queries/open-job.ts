import "server-only";
import { and, eq, inArray } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { jobs } from "@/db/schema/work";
import type { JobKind } from "@/lib/jobs/status";

/** A subject has at most one open job of a kind. */
export async function findOpenJobId(
  db: Db,
  { kind, subjectId }: { kind: JobKind; subjectId: string },
): Promise<string | null> {
  const [job] = await db
    .select({ id: jobs.id })
    .from(jobs)
    .where(
      and(
        eq(jobs.kind, kind),
        eq(jobs.subjectId, subjectId),
        inArray(jobs.status, ["queued", "running", "waiting"]),
      ),
    );
  return job?.id ?? null;
}
