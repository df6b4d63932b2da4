"use client";

import { LocalTime } from "@/components/ui/local-time";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { JobView } from "@/lib/jobs/job-view";
import { isOpen } from "./jobs-query";
import { shareOf } from "./progress-of";

const count = new Intl.NumberFormat("en");

export function JobLine({ job }: { job: JobView }) {
  return (
    <li className="border-t py-2.5 first:border-t-0">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0">{job.title}</span>
        {job.total !== null && (
          <span className="shrink-0 text-ink-2 tabular-nums">
            {count.format(job.done)} of {count.format(job.total)}
          </span>
        )}
      </div>
      {isOpen(job) && <ProgressBar label={job.title} share={shareOf(job)} className="mt-1.5" />}
      <p
        className={job.status === "failed" ? "mt-1 text-xs text-danger" : "mt-1 text-xs text-ink-3"}
      >
        <JobState job={job} />
      </p>
    </li>
  );
}

function JobState({ job }: { job: JobView }) {
  const told = job.message ?? job.phase;
  switch (job.status) {
    case "queued":
      return "Waiting for its turn";
    case "waiting":
      return (
        <>
          {told ?? "Asked to wait"}
          {job.waitingUntil && (
            <>
              {" · goes on at "}
              <LocalTime iso={job.waitingUntil} show="clock" />
            </>
          )}
        </>
      );
    case "running":
      return told ?? "Running";
    case "done":
      return told ?? "Done";
    case "partial":
      return told ?? "Done, with gaps";
    case "failed":
      return told ?? "Failed";
    case "cancelled":
      return told ?? "Stopped";
  }
}
