import type { JobKind, JobLogLevel, JobStatus } from "./status";

/** A job as a person sees it; moments are ISO strings. */
export type JobView = {
  id: string;
  kind: JobKind;
  title: string;
  status: JobStatus;
  phase: string | null;
  message: string | null;
  /** Null while it is not known; never less than what is behind. */
  total: number | null;
  done: number;
  failed: number;
  warnings: number;
  /** How often a run took it up. */
  attempts: number;
  /** It should be going on, and nothing was heard of it for minutes. */
  standsStill: boolean;
  /** How much is done in a minute; null with too little to tell, and while it does not run. */
  perMinute: number | null;
  secondsLeft: number | null;
  /** Set while a provider has us wait. */
  waitingUntil: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
  updatedAt: string;
  canRetry: boolean;
  canCancel: boolean;
};

export type JobLineView = {
  id: number;
  at: string;
  level: JobLogLevel;
  message: string;
  details: Record<string, string | number | null> | null;
};

/** A job that was opened: with its log, newest first. */
export type JobDetail = JobView & {
  lines: JobLineView[];
  /** Its newest run in the dashboard of the server that runs it; for the owner, where there is one. */
  runUrl: string | null;
};

export type ActivityCounts = { running: number; waiting: number; failed: number; ended: number };

export type ActivityPage = {
  /** What is open first, then what ended, newest first. */
  jobs: JobView[];
  counts: ActivityCounts;
  /** Where older ones begin; null when there are none. */
  older: string | null;
};
