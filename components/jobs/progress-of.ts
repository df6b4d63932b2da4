import type { JobView } from "@/lib/jobs/job-view";

type Progress = Pick<JobView, "done" | "failed" | "total">;

/** The share that is behind us, 0 to 1; null while the total is not known. */
export function shareOf(job: Progress): number | null {
  if (!job.total) return null;
  return Math.min(1, (job.done + job.failed) / job.total);
}

/** The share of all work whose size is known; null when none is. */
export function shareOfAll(jobs: readonly Progress[]): number | null {
  const known = jobs.filter((job) => job.total);
  const total = known.reduce((sum, job) => sum + (job.total ?? 0), 0);
  const done = known.reduce((sum, job) => sum + job.done + job.failed, 0);
  return shareOf({ total, done, failed: 0 });
}
