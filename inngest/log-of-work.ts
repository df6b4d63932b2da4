import { Middleware } from "inngest";
import { db } from "@/db/client";
import { findJobOfRun } from "@/db/queries/job-of-run";
import { currentWork, inWork, type WorkContext } from "@/lib/jobs/work-context";
import { log } from "@/lib/log";

/** Writes down what runs of functions do. Goes after the middleware that tells steps their job. */
export class LogOfWork extends Middleware.BaseMiddleware {
  readonly id = "log-of-work";
  /** One of these lives as long as one call of a function. */
  private work: WorkContext | null = null;

  /** Also what the SDK itself says meanwhile is known by its function and run. */
  override wrapRequest({ fn, runId, next }: Middleware.WrapRequestArgs) {
    if (!fn) return next();
    const functionId = fn.id();
    this.work = { kind: functionId, functionId, jobId: null, runId };
    return inWork(this.work, next);
  }

  override wrapStepHandler({ next, stepInfo }: Middleware.WrapStepHandlerArgs) {
    this.work = currentWork() ?? this.work;
    const started = performance.now();
    return next().then((output) => {
      const ms = Math.round(performance.now() - started);
      log.debug({ step: stepInfo.options.id, ms }, "a step is done");
      return output;
    });
  }

  override onRunStart() {
    return this.tell(() => log.debug("a run begins"));
  }

  override onStepError({ error, isFinalAttempt, stepInfo }: Middleware.OnStepErrorArgs) {
    const { id: step } = stepInfo.options;
    return this.tell(() => log.warn({ error, step, isFinalAttempt }, "a step failed"));
  }

  override onRunComplete() {
    return this.tell(() => log.info("a run is done"));
  }

  override onRunError({ error, isFinalAttempt }: Middleware.OnRunErrorArgs) {
    return this.tell(() => log.error({ error, isFinalAttempt }, "a run failed"));
  }

  /** The last call of a run may have no step left that would have told the job. */
  private async tell(write: () => void) {
    if (!this.work) return;
    const { jobId, runId } = this.work;
    const job = jobId === null && runId ? await findJobOfRun(db, { runId }) : null;
    if (job) this.work = { ...this.work, kind: job.kind, jobId: job.id };
    inWork(this.work, write);
  }
}
