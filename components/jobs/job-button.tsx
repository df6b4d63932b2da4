import type { ComponentProps } from "react";
import { Ring } from "@/components/ui/ring";
import type { JobView } from "@/lib/jobs/job-view";
import { shareOfAll } from "./progress-of";

type Props = ComponentProps<"button"> & { jobs: readonly JobView[] };

/** How far everything that runs is, and how much it is. */
export function JobButton({ jobs, ...props }: Props) {
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      className="flex h-8 items-center gap-1 rounded-md px-1 text-xs text-ink-2 tabular-nums hover:bg-hover hover:text-ink"
      {...props}
    >
      <Ring share={shareOfAll(jobs)} />
      {jobs.length}
      <span className="sr-only">{jobs.length === 1 ? "job is running" : "jobs are running"}</span>
    </button>
  );
}
