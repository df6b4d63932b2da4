"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { usePathname, useRouter } from "next/navigation";
import { lazy, startTransition, useEffect, useEffectEvent, useRef, useState } from "react";
import { JobButton } from "./job-button";
import { isOpen, jobsQuery, type NowRunning } from "./jobs-query";

const loadList = () => import("./opened-jobs");
const OpenedJobs = lazy(loadList);

const nothing: NowRunning = { jobs: [], failed: 0 };

/** Shown while something runs or failed unseen; when a job ends, a page that is not live reads its numbers again. */
export function JobIndicator() {
  const { data: { jobs, failed } = nothing } = useQuery(jobsQuery);
  const [wanted, setWanted] = useState(false);
  const open = jobs.filter(isOpen);
  useRefreshWhenFewer(open.length);

  if (open.length === 0) return failed > 0 && <FailedLink failed={failed} />;
  if (wanted) return <OpenedJobs jobs={open} failed={failed} />;
  return (
    <JobButton
      jobs={open}
      failed={failed}
      aria-expanded={false}
      onPointerEnter={loadList}
      onFocus={loadList}
      onClick={() => startTransition(() => setWanted(true))}
    />
  );
}

/** Stays until the activity is looked at. */
function FailedLink({ failed }: { failed: number }) {
  return (
    <Link
      href="/activity?state=failed"
      className="flex h-8 items-center gap-1.5 rounded-md px-1.5 text-xs text-danger tabular-nums hover:bg-hover"
    >
      <span aria-hidden="true" className="size-1.5 rounded-full bg-danger" />
      {failed} failed
      <span className="sr-only">since you last looked</span>
    </Link>
  );
}

function useRefreshWhenFewer(count: number) {
  const router = useRouter();
  const isLive = usePathname().startsWith("/activity");
  const previous = useRef(count);

  const compare = useEffectEvent((next: number) => {
    if (next < previous.current && !isLive) router.refresh();
    previous.current = next;
  });

  useEffect(() => compare(count), [count]);
}
