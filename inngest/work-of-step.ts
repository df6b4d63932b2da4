import { Middleware } from "inngest";
import { z } from "zod";
import { db } from "@/db/client";
import { findJobOfRun } from "@/db/queries/job-of-run";
import { inWork } from "@/lib/jobs/work-context";

/** What a run that gave up leaves behind. */
const failure = z.object({ run_id: z.string() });

/** Lets everything inside a step know which function, run and job it belongs to. */
export class WorkOfStep extends Middleware.BaseMiddleware {
  readonly id = "work-of-step";
  /** One of these lives as long as one call of a function, so a job is found once a call. */
  private job: Awaited<ReturnType<typeof findJobOfRun>> = null;

  override async wrapStepHandler({ ctx, fn, next }: Middleware.WrapStepHandlerArgs) {
    const functionId = fn.id();
    const runId = failure.safeParse(ctx.event.data).data?.run_id ?? ctx.runId;
    this.job ??= await findJobOfRun(db, { runId });
    const { kind, id: jobId } = this.job ?? { kind: functionId, id: null };
    return inWork({ kind, functionId, jobId, runId: ctx.runId }, next);
  }
}
