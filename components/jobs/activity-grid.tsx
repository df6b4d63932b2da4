"use client";

import clsx from "clsx";
import type { RefObject, SyntheticEvent } from "react";
import type { JobView } from "@/lib/jobs/job-view";
import { ActivityRow } from "./activity-row";
import { jobGrid, wideOnly } from "./job-grid";

type Props = {
  list: RefObject<HTMLDivElement | null>;
  jobs: readonly JobView[];
  focusedId: string | null;
  openedId: string | null;
  /** A row has the focus, and keeps it when new jobs come in above. */
  onFocus: (job: JobView) => void;
  onPoint: (job: JobView) => void;
};

/** The jobs, open ones first. A press opens one. */
export function ActivityGrid({ list, jobs, focusedId, openedId, onFocus, onPoint }: Props) {
  function jobAt({ target }: SyntheticEvent) {
    const id = target instanceof Element && target.closest("[data-id]")?.getAttribute("data-id");
    return jobs.find((one) => one.id === id);
  }

  return (
    <div ref={list} className="@container px-2 phone:px-0">
      <table
        role="grid"
        aria-label="Jobs"
        aria-rowcount={jobs.length + 1}
        onFocus={(event) => {
          const job = jobAt(event);
          if (job) onFocus(job);
        }}
        onClick={(event) => {
          const job = jobAt(event);
          if (job) onPoint(job);
        }}
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

function ActivityHead() {
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
