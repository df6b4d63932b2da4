import type { ComponentProps } from "react";
import { Ring } from "@/components/ui/ring";
import type { JobView } from "@/lib/jobs/job-view";
import { shareOfAll } from "./progress-of";

type Props = ComponentProps<"button"> & { jobs: readonly JobView[]; failed: number };

/** How far everything that runs is, and how much it is; amber when all of it waits or stands still. */
export function JobButton({ jobs, failed, ...props }: Props) {
  const waiting = jobs.filter(({ status, standsStill }) => status === "waiting" || standsStill);
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      className="relative flex h-8 items-center gap-1 rounded-md px-1 text-xs text-ink-2 tabular-nums hover:bg-hover hover:text-ink"
      {...props}
    >
      <Ring share={shareOfAll(jobs)} waits={waiting.length === jobs.length} />
      {jobs.length}
      <span className="sr-only">{indicatorWords(jobs.length, waiting.length, failed)}</span>
      {failed > 0 && (
        <span
          aria-hidden="true"
          className="absolute top-1 left-4 size-2 rounded-full border-2 border-ground bg-danger"
        />
      )}
    </button>
  );
}

function indicatorWords(open: number, waiting: number, failed: number): string {
  const words = [open === 1 ? "job is running" : "jobs are running"];
  if (waiting > 0) words.push(`${waiting} of them waiting`);
  if (failed > 0) words.push(`${failed} failed since you last looked`);
  return words.join(", ");
}
