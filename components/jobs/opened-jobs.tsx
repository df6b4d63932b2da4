"use client";

import Link from "next/link";
import { Popover, PopoverClose, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { JobView } from "@/lib/jobs/job-view";
import { JobButton } from "./job-button";
import { RunningJobs } from "./running-jobs";

type Props = { jobs: readonly JobView[]; failed: number };

export default function OpenedJobs({ jobs, failed }: Props) {
  return (
    <Popover defaultOpen>
      <PopoverTrigger asChild>
        <JobButton jobs={jobs} failed={failed} />
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Running now" className="w-80 px-3 py-1">
        <RunningJobs />
        <PopoverClose asChild>
          <Link
            href="/activity"
            className="-mx-3 -mb-1 block border-t px-3 py-2.5 text-ink-2 hover:bg-hover hover:text-ink"
          >
            All activity
            {failed > 0 && <span className="text-danger"> · {failed} failed</span>}
          </Link>
        </PopoverClose>
      </PopoverContent>
    </Popover>
  );
}
