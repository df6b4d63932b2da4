import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";

/** On whose account something happens in the background. */
export type WorkContext = {
  /** The kind of job; the function's id where the work has no job. */
  kind: string;
  functionId: string | null;
  jobId: string | null;
  runId: string | null;
};

const storage = new AsyncLocalStorage<WorkContext>();

/** Whatever happens inside, however deep and however late, happens on account of this work. */
export function inWork<T>(context: WorkContext, work: () => T): T {
  return storage.run(context, work);
}

/** Null outside background work: then a person is waiting. */
export const currentWork = (): WorkContext | null => storage.getStore() ?? null;
