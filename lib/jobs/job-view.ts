import type { JobKind, JobStatus } from "./status";

/** A job as a person sees it; moments are ISO strings. */
export type JobView = {
  id: string;
  kind: JobKind;
  title: string;
  status: JobStatus;
  phase: string | null;
  message: string | null;
  /** Null while it is not known. */
  total: number | null;
  done: number;
  failed: number;
  /** Set while a provider has us wait. */
  waitingUntil: string | null;
  startedAt: string | null;
  finishedAt: string | null;
  updatedAt: string;
};
