import type { ReactNode } from "react";
import { LocalTime } from "@/components/ui/local-time";
import type { JobView } from "@/lib/jobs/job-view";
import { doneWords, leftWords, rateWords, tookWords, troubleWords } from "./job-words";

/** The numbers and moments of a job, as far as there are any. */
export function JobFacts({ job }: { job: JobView }) {
  const facts: [string, ReactNode][] = [
    ["Progress", doneWords(job)],
    ["Trouble", troubleWords(job)],
    ["Rate", rateWords(job.perMinute)],
    ["Left", leftWords(job.secondsLeft)],
    ["Waits until", moment(job.waitingUntil)],
    ["Asked for", moment(job.createdAt)],
    ["Begun", moment(job.startedAt)],
    ["Ended", moment(job.finishedAt)],
    ["Took", job.startedAt && job.finishedAt && tookWords(job.startedAt, job.finishedAt)],
    ["Taken up", job.attempts > 1 && `${job.attempts} times`],
  ];
  return (
    <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1 py-4 text-xs">
      {facts
        .filter(([, fact]) => fact)
        .map(([name, fact]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="tabular-nums">{fact}</dd>
          </div>
        ))}
    </dl>
  );
}

const moment = (iso: string | null) => iso && <LocalTime iso={iso} show="moment" />;
