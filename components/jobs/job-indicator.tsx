"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useRef } from "react";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Ring } from "@/components/ui/ring";
import { isOpen, jobsQuery } from "./jobs-query";
import { shareOfAll } from "./progress-of";
import { RunningJobs } from "./running-jobs";

/** Shown only while something runs; when a job ends, the page reads its numbers again. */
export function JobIndicator() {
  const { data: jobs = [] } = useQuery(jobsQuery);
  const open = jobs.filter(isOpen);
  useRefreshWhenFewer(open.length);

  if (open.length === 0) return null;
  return (
    <Popover>
      <PopoverTrigger className="flex h-8 items-center gap-1 rounded-md px-1 text-xs text-ink-2 tabular-nums hover:bg-hover hover:text-ink">
        <Ring share={shareOfAll(open)} />
        {open.length}
        <span className="sr-only">{open.length === 1 ? "job is running" : "jobs are running"}</span>
      </PopoverTrigger>
      <PopoverContent align="end" aria-label="Running now" className="w-80 px-3 py-1">
        <RunningJobs />
      </PopoverContent>
    </Popover>
  );
}

function useRefreshWhenFewer(count: number) {
  const router = useRouter();
  const previous = useRef(count);

  const compare = useEffectEvent((next: number) => {
    if (next < previous.current) router.refresh();
    previous.current = next;
  });

  useEffect(() => compare(count), [count]);
}
