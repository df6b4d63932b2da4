import "server-only";
import { and, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "@/db/handle";
import { jobs, sources } from "@/db/schema";
import type { OwnSource } from "@/lib/sources/source";
import { sourcedBy } from "./facts-sources";

/** Puts what a source holds, or held as far as facts know, in line to be gathered. */
export async function markHeld(db: Db, { sourceId, userId }: OwnSource): Promise<void> {
  await db.execute(sql`
    insert into stale_facts (user_id, recording_key)
    select ${userId}::uuid, recording_key from (
      select r.recording_key from (${sourcedBy(userId)}) r where r.id = ${sourceId}::uuid
      union
      select recording_key from track_facts
      where user_id = ${userId}::uuid and ${sourceId}::text = any(sources)
    ) held
    order by recording_key
    on conflict do nothing
  `);
}

/** With its tracks and the jobs about it: a run that works on one of them may report nothing more. */
export async function deleteSource(db: Db, { sourceId, userId }: OwnSource): Promise<void> {
  await db.delete(sources).where(and(eq(sources.id, sourceId), eq(sources.userId, userId)));
  await db
    .delete(jobs)
    .where(
      and(
        eq(jobs.userId, userId),
        eq(jobs.subjectId, sourceId),
        inArray(jobs.kind, ["source", "enrichment"]),
      ),
    );
}
