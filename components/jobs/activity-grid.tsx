"use client";

import clsx from "clsx";
import type { MouseEvent, RefObject } from "react";
import type { JobView } from "@/lib/jobs/job-view";
import { ActivityRow } from "./activity-row";
import { jobGrid, wideOnly } from "./job-grid";

type Props = {
  list: RefObject<HTMLDivElement | null>;
  jobs: readonly JobView[];
  focusedId: string | null;
  openedId: string | null;
  onPoint: (job: JobView) => void;
};

/** The jobs, open ones first. A press opens one. */
export function ActivityGrid({ list, jobs, focusedId, openedId, onPoint }: Props) {
  function point({ target }: MouseEvent) {
    const id = target instanceof Element && target.closest("[data-id]")?.getAttribute("data-id");
    const job = jobs.find((one) => one.id === id);
    if (job) onPoint(job);
  }

  return (
    <div ref={list} className="@container px-2 phone:px-0">
      <table
        role="grid"
        aria-label="Jobs"
        aria-rowcount={jobs.length + 1}
        onClick={point}
        className="block"
      >
        <ActivityHead />
        <tbody className="block">
          {jobs.map((job, index) => (
            <ActivityRow
              key={job.id}
              job={job}
              index={index}
              isFocused={job.id === focusedId}
              isOpened={job.id === openedId}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export function ActivityHead() {
  return (
    <thead className="sticky top-0 z-2 block bg-ground @max-[44rem]:sr-only">
      <tr
        aria-rowindex={1}
        className={clsx(jobGrid, "h-7 text-left text-2xs text-ink-3 *:font-medium")}
      >
        <th scope="col">State</th>
        <th scope="col">Job</th>
        <th scope="col">What it does</th>
        <th scope="col">Progress</th>
        <th scope="col" className={wideOnly}>
          Trouble
        </th>
        <th scope="col" className={clsx("text-right", wideOnly)}>
          Rate
        </th>
        <th scope="col" className="text-right">
          Time
        </th>
      </tr>
    </thead>
  );
}
