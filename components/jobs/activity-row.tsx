"use client";

import clsx from "clsx";
import { memo } from "react";
import { ProgressBar } from "@/components/ui/progress-bar";
import { TimeAgo } from "@/components/ui/time-ago";
import type { JobView } from "@/lib/jobs/job-view";
import { jobGrid, wideOnly } from "./job-grid";
import { JobState } from "./job-state";
import { doneWords, kindNames, leftWords, rateWords, troubleWords } from "./job-words";
import { isOpen } from "./jobs-query";
import { shareOf } from "./progress-of";
import { StateMark } from "./state-mark";

type Props = { job: JobView; index: number; isFocused: boolean; isOpened: boolean };

/** One job on a line; on a phone on two or three. */
export const ActivityRow = memo(function ActivityRow({ job, index, isFocused, isOpened }: Props) {
  const open = isOpen(job);
  const left = leftWords(job.secondsLeft);
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={isOpened}
      data-id={job.id}
      data-focused={isFocused}
      tabIndex={isFocused ? 0 : -1}
      className={clsx(
        jobGrid,
        "relative min-h-10 cursor-default scroll-mt-8 rounded-md py-1.5 outline-none @min-[44rem]:py-0",
        "before:absolute before:inset-x-3 before:top-0 before:h-px before:bg-line",
        isOpened && "bg-raised",
        isFocused
          ? "inset-ring-[1.5px] inset-ring-line-strong before:hidden focus:inset-ring-focus"
          : "hover:bg-hover",
      )}
    >
      <td className="@max-[44rem]:order-2 @max-[44rem]:text-right">
        <StateMark job={job} />
      </td>
      <td className="min-w-0 truncate" title={`${kindNames[job.kind]}: ${job.title}`}>
        <span className="text-ink-3">{kindNames[job.kind]} </span>
        {job.title}
      </td>
      <td className="min-w-0 truncate text-xs text-ink-2 @max-[44rem]:order-4 @max-[44rem]:col-span-2">
        <JobState job={job} />
      </td>
      <td className="flex min-w-0 items-center gap-2.5 @max-[44rem]:order-3 @max-[44rem]:col-span-2">
        {open && (
          <ProgressBar
            label={`${kindNames[job.kind]}: ${job.title}`}
            share={shareOf(job)}
            className="min-w-10 flex-1"
          />
        )}
        <span className="text-xs whitespace-nowrap text-ink-2 tabular-nums">{doneWords(job)}</span>
      </td>
      <td
        className={clsx(
          "truncate text-xs",
          wideOnly,
          job.failed > 0 ? "text-danger" : "text-ink-3",
        )}
      >
        {troubleWords(job)}
      </td>
      <td className={clsx("text-right text-xs text-ink-2 tabular-nums", wideOnly)}>
        {rateWords(job.perMinute)}
      </td>
      <td className="truncate text-right text-xs text-ink-2 tabular-nums @max-[44rem]:hidden">
        {open ? left && `${left} left` : job.finishedAt && <TimeAgo iso={job.finishedAt} />}
      </td>
    </tr>
  );
});
