import { Middleware } from "inngest";
import { z } from "zod";
import { db } from "@/db/client";
import { findOpenJobId } from "@/db/queries/open-job";
import type { JobKind } from "@/lib/jobs/status";
import { inWork } from "@/lib/jobs/work-context";

/** Functions that report to a job; other functions are known by their id. */
const kindOf: Partial<Record<string, JobKind>> = {
  "collect-week": "collection",
  "match-tracks": "matching",
  "sync-library": "sync",
  "sync-mirror": "mirror",
};

const subject = z.union([
  z.object({ collectionId: z.uuid() }).transform(({ collectionId }) => collectionId),
  z.object({ mirrorId: z.uuid() }).transform(({ mirrorId }) => mirrorId),
  z.object({ syncId: z.uuid() }).transform(({ syncId }) => syncId),
]);

/** The event itself, or the one whose run gave up. */
const data = z.union([
  z.object({ event: z.object({ data: subject }) }).transform(({ event }) => event.data),
  subject,
]);

/** Lets everything inside a step know which function, run and job it belongs to. */
export class WorkOfStep extends Middleware.BaseMiddleware {
  readonly id = "work-of-step";
  /** One of these lives as long as one call of a function, so the job is looked up once a call. */
  private jobId: string | null = null;

  override async wrapStepHandler({ ctx, fn, next }: Middleware.WrapStepHandlerArgs) {
    const functionId = fn.id();
    const kind = kindOf[functionId];
    const subjectId = data.safeParse(ctx.event.data).data;
    if (kind && subjectId) this.jobId ??= await findOpenJobId(db, { kind, subjectId });
    const work = { kind: kind ?? functionId, functionId, jobId: this.jobId, runId: ctx.runId };
    return inWork(work, next);
  }
}
