"use client";

import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "@/components/ui/skeleton";
import { useHydrated } from "@/components/ui/use-hydrated";
import { JobLine } from "./job-line";
import { isOpen, jobsQuery } from "./jobs-query";

/** What runs, waits, or ended a moment ago: the running first. */
export function RunningJobs() {
  const { data, error } = useQuery(jobsQuery);
  const hydrated = useHydrated();

  if (error && !data) return <p className="py-2.5 text-xs text-ink-3">{error.message}</p>;
  if (!data || !hydrated) return <RunningJobsSkeleton />;
  const { jobs } = data;
  if (jobs.length === 0) return <p className="py-2.5 text-ink-3">Nothing is running.</p>;
  const ordered = [...jobs.filter(isOpen), ...jobs.filter((job) => !isOpen(job))];
  return (
    <ul>
      {ordered.map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
    </ul>
  );
}

function RunningJobsSkeleton() {
  return (
    <div aria-busy="true" className="space-y-2.5 py-3">
      <span className="sr-only">Looking for running work</span>
      <Skeleton className="h-4 w-3/4" />
      <Skeleton className="h-[5px]" />
    </div>
  );
}
