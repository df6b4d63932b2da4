"use client";

import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { JobView } from "@/lib/jobs/job-view";
import { JobButton } from "./job-button";
import { RunningJobs } from "./running-jobs";

export default function OpenedJobs({ jobs }: { jobs: readonly JobView[] }) {
  return (
    <Popover defaultOpen>
      <PopoverTrigger asChild>
        <JobButton jobs={jobs} />
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Running now" className="w-80 px-3 py-1">
        <RunningJobs />
      </PopoverContent>
    </Popover>
  );
}
