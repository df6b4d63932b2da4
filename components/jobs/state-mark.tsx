import clsx from "clsx";
import type { JobView } from "@/lib/jobs/job-view";
import { stateOf, type Tone } from "./job-words";

const dots: Record<Tone, string> = {
  going: "bg-ink animate-pulse",
  waiting: "bg-warning",
  bad: "bg-danger",
  done: "bg-ok",
  quiet: "border border-ink-3",
};
const words: Record<Tone, string> = {
  going: "text-ink",
  waiting: "text-warning",
  bad: "text-danger",
  done: "text-ink-2",
  quiet: "text-ink-2",
};

/** The state of a job, in words beside its colour. */
export function StateMark({ job }: { job: JobView }) {
  const { text, tone } = stateOf(job);
  return (
    <span className="flex min-w-0 items-center gap-2 text-xs">
      <span aria-hidden="true" className={clsx("size-1.5 shrink-0 rounded-full", dots[tone])} />
      <span className={clsx("truncate", words[tone])}>{text}</span>
    </span>
  );
}
