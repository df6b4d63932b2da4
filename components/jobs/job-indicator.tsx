"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { lazy, startTransition, useEffect, useEffectEvent, useRef, useState } from "react";
import { JobButton } from "./job-button";
import { isOpen, jobsQuery } from "./jobs-query";

const loadList = () => import("./opened-jobs");
const OpenedJobs = lazy(loadList);

/** Shown only while something runs; when a job ends, the page reads its numbers again. */
export function JobIndicator() {
  const { data: jobs = [] } = useQuery(jobsQuery);
  const [wanted, setWanted] = useState(false);
  const open = jobs.filter(isOpen);
  useRefreshWhenFewer(open.length);

  if (open.length === 0) return null;
  if (wanted) return <OpenedJobs jobs={open} />;
  return (
    <JobButton
      jobs={open}
      aria-expanded={false}
      onPointerEnter={loadList}
      onFocus={loadList}
      onClick={() => startTransition(() => setWanted(true))}
    />
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
