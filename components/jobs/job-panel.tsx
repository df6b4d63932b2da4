"use client";

import { useQuery } from "@tanstack/react-query";
import { ExternalLink, X } from "lucide-react";
import { useEffect, useRef } from "react";
import { KeyCap } from "@/components/commands/key-cap";
import { Button } from "@/components/ui/button";
import { ProgressBar } from "@/components/ui/progress-bar";
import { Skeleton } from "@/components/ui/skeleton";
import type { JobDetail, JobView } from "@/lib/jobs/job-view";
import { JobFacts } from "./job-facts";
import { JobLog } from "./job-log";
import { JobState } from "./job-state";
import { kindNames } from "./job-words";
import { isOpen, jobQuery } from "./jobs-query";
import { shareOf } from "./progress-of";
import { StateMark } from "./state-mark";

type Props = {
  id: string;
  onClose: () => void;
  onRetry: (job: JobView) => void;
  onStop: (job: JobView) => void;
};

/** One job, opened: its state, its numbers, its log. */
export function JobPanel({ id, onClose, ...acts }: Props) {
  const { data: job, error } = useQuery(jobQuery(id));
  const panel = useRef<HTMLElement>(null);
  useEffect(() => {
    // where there is room for one of the two only, the list and its focus are gone
    if (!document.activeElement?.checkVisibility() || document.activeElement === document.body) {
      panel.current?.focus();
    }
  }, []);

  return (
    <aside
      ref={panel}
      tabIndex={-1}
      aria-label="The opened job"
      className="min-h-0 overflow-y-auto border-l px-5 py-4 max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-20 max-xl:w-[min(26rem,100%)] max-xl:bg-ground phone:border-l-0 phone:px-4"
    >
      <div className="flex items-start justify-between gap-3">
        <h2 className="min-w-0 text-md font-semibold tracking-tight">
          {job?.title ?? "Job"}
          {job && (
            <span className="block text-xs font-normal text-ink-3">{kindNames[job.kind]}</span>
          )}
        </h2>
        <Button look="quiet" size="icon-sm" aria-label="Close the log" onClick={onClose}>
          <X aria-hidden="true" />
        </Button>
      </div>
      {job ? (
        <OpenedJob job={job} {...acts} />
      ) : error ? (
        <p role="alert" className="py-4 text-ink-2">
          {error.message}
        </p>
      ) : (
        <div aria-busy="true" className="space-y-3 py-4">
          <span className="sr-only">Loading the log</span>
          <Skeleton className="h-4 w-2/3" />
          <Skeleton className="h-[5px]" />
          <Skeleton className="h-24" />
        </div>
      )}
    </aside>
  );
}

type Opened = Pick<Props, "onRetry" | "onStop"> & { job: JobDetail };

function OpenedJob({ job, onRetry, onStop }: Opened) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 pt-3">
        <span role="status">
          <StateMark job={job} />
        </span>
        <span className="text-xs text-ink-2">
          <JobState job={job} />
        </span>
      </div>
      {isOpen(job) && (
        <ProgressBar label={`Progress of ${job.title}`} share={shareOf(job)} className="mt-2.5" />
      )}
      <div className="flex flex-wrap items-center gap-2 pt-3 empty:hidden">
        {job.canRetry && (
          <Button size="sm" onClick={() => onRetry(job)}>
            Try again
            <KeyCap chord="r" className="max-md:hidden" />
          </Button>
        )}
        {job.canCancel && (
          <Button size="sm" look="danger" onClick={() => onStop(job)}>
            Stop
            <KeyCap chord="c" className="max-md:hidden" />
          </Button>
        )}
        {job.runUrl && (
          <Button asChild size="sm" look="quiet">
            <a href={job.runUrl} target="_blank" rel="noreferrer">
              Its run on the Inngest server
              <ExternalLink aria-hidden="true" />
            </a>
          </Button>
        )}
      </div>
      <JobFacts job={job} />
      <JobLog lines={job.lines} />
    </>
  );
}
