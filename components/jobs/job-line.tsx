"use client";

import { ProgressBar } from "@/components/ui/progress-bar";
import type { JobView } from "@/lib/jobs/job-view";
import { JobState } from "./job-state";
import { doneWords, stateOf } from "./job-words";
import { isOpen } from "./jobs-query";
import { shareOf } from "./progress-of";

const tones = {
  going: "text-ink-3",
  done: "text-ink-3",
  quiet: "text-ink-3",
  waiting: "text-warning",
  bad: "text-danger",
};

export function JobLine({ job }: { job: JobView }) {
  return (
    <li className="border-t py-2.5 first:border-t-0">
      <div className="flex items-baseline justify-between gap-3">
        <span className="min-w-0">{job.title}</span>
        <span className="shrink-0 text-ink-2 tabular-nums">{doneWords(job)}</span>
      </div>
      {isOpen(job) && <ProgressBar label={job.title} share={shareOf(job)} className="mt-1.5" />}
      <p className={`mt-1 text-xs ${tones[stateOf(job).tone]}`}>
        <JobState job={job} />
      </p>
    </li>
  );
}
